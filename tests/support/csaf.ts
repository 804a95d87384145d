/** A whole document of the standard, as a maker of routers would publish it. */
export function aCsafDocument({ id = "MT-SA-2025-001", version = "1" } = {}) {
  const date = "2025-01-15T08:00:00.000Z";
  return {
    document: {
      category: "csaf_security_advisory",
      csaf_version: "2.0",
      title: "RouterOS: thực thi mã từ xa",
      publisher: {
        category: "vendor",
        name: "MikroTik PSIRT",
        namespace: "https://mikrotik.com",
      },
      notes: [{ category: "summary", text: "Cần cập nhật ngay." }],
      references: [{ category: "self", summary: "Bản gốc", url: "https://mikrotik.com/advisory" }],
      tracking: {
        id,
        status: "final",
        version,
        initial_release_date: date,
        current_release_date: date,
        revision_history: Array.from({ length: Number(version) }, (_, at) => ({
          date,
          number: String(at + 1),
          summary: `Bản ${at + 1}`,
        })),
      },
    },
    product_tree: {
      branches: [
        {
          category: "vendor",
          name: "MikroTik",
          branches: [
            {
              category: "product_name",
              name: "RouterOS",
              branches: [
                {
                  category: "product_version",
                  name: "6.49",
                  product: { product_id: "ROS-649", name: "MikroTik RouterOS 6.49" },
                },
              ],
            },
          ],
        },
      ],
    },
    vulnerabilities: [
      {
        cve: "CVE-2025-10001",
        title: "Thực thi mã từ xa",
        notes: [{ category: "description", text: "Kẻ tấn công chiếm quyền thiết bị." }],
        product_status: { known_affected: ["ROS-649"] },
        remediations: [
          {
            category: "vendor_fix",
            details: "Cập nhật lên 6.49.18",
            url: "https://mikrotik.com/download",
            product_ids: ["ROS-649"],
          },
        ],
        scores: [
          {
            products: ["ROS-649"],
            cvss_v3: {
              version: "3.1",
              vectorString: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
              baseScore: 9.8,
              baseSeverity: "CRITICAL",
            },
          },
        ],
        threats: [{ category: "exploit_status", details: "Exploited in the wild" }],
      },
    ],
  };
}
