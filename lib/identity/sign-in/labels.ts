/** What is done at the door, for the trail. */
export const signInActions: Record<string, string> = {
  "session.open": "Đăng nhập",
  "session.fail": "Đăng nhập không thành công",
  "session.close": "Đăng xuất",
  "session.revoke": "Thu hồi phiên đăng nhập",
  "session.revoke-others": "Thu hồi các phiên khác",
  "password.change": "Đổi mật khẩu",
  "password.reset": "Đặt lại mật khẩu",
  "totp.begin": "Bắt đầu bật xác thực hai lớp",
  "totp.enable": "Bật xác thực hai lớp",
  "totp.disable": "Tắt xác thực hai lớp",
  "recovery-codes.renew": "Tạo lại mã khôi phục",
};
