/** Instead of the browser's own error, where a page that is not kept is asked for without network. */
export const offlinePage = () =>
  new Response(PAGE, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    },
  });

const PAGE = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Không có mạng · Trực an toàn mạng</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 1.25rem;
    font: 1rem/1.6 system-ui, sans-serif }
  main { max-width: 26rem }
  h1 { font-size: 1.5rem; line-height: 1.3 }
  a { display: inline-block; padding: .75rem 1.25rem; border-radius: .5rem; background: #3f4aa8;
    color: #fff; font-weight: 600; text-decoration: none }
</style>
<main>
  <h1>Không có mạng</h1>
  <p>Trang này không được lưu trên máy nên chưa mở được. Khi có mạng, hãy tải lại trang.</p>
  <p>Nhận ca và ghi sổ trực vẫn làm được: máy giữ lại và tự gửi khi có mạng.</p>
  <p><a href="/duty">Mở trang Trực</a></p>
</main>
</html>`;
