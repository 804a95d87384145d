import pg from "pg";
import { workAs } from "@/lib/env";

/** Made by a migration; owns nothing and is held by the policies of the tables. */
const ROLE = "district_app";

/**
 * Lets everything that follows work under the limited role. Without it, on a server whose account may
 * neither make nor take one, the product works as the owner, and the second wall is missing.
 */
export async function takeRole(connectionString: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(`SET ROLE ${ROLE}`);
    const { rows } = await client.query(
      `SELECT has_table_privilege('"Session"', 'SELECT, INSERT, UPDATE, DELETE') AS able`,
    );
    if (rows[0]?.able) return workAs(ROLE);
    console.warn(NO_WALL);
  } catch {
    console.warn(NO_WALL);
  } finally {
    await client.end().catch(() => {});
  }
}

const NO_WALL = `Tài khoản cơ sở dữ liệu không dùng được vai trò ${ROLE}: chương trình chạy bằng quyền chủ sở hữu, không có lớp tường thứ hai (xem SECURITY.md).`;
