import { spawn } from "node:child_process";

type Options = { cwd?: string; parameters?: string[]; env: Record<string, string | undefined> };

/** A command as a person runs it, with what it said on both streams. */
export const runCommand = (command: string, options: Options) =>
  runProgram(`lib/cli/${command}.ts`, options);

/** The same of any file. */
export function runProgram(file: string, { cwd, parameters = [], env }: Options) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", file, ...parameters],
    { cwd, env: { ...process.env, NODE_OPTIONS: "", ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, output })),
  );
}
