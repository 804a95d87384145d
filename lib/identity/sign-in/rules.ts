/** The same words whether the account exists or not. */
export const WRONG_CREDENTIALS = "Tên đăng nhập hoặc mật khẩu không đúng.";

const HERE = "http://here.invalid";

/** A path inside the product to return to after signing in; anything else becomes the home page. */
export function safePath(wanted: string) {
  if (!wanted.startsWith("/") || !URL.canParse(wanted, HERE)) return "/";
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//")) return "/";
  const entrance = /^\/(sign-in|second-factor|change-password|invite|api)(\/|$)/.test(url.pathname);
  return entrance ? "/" : `${url.pathname}${url.search}`;
}
