/** What is done about awareness, as the trail says it. */
export const awarenessActions: Record<string, string> = {
  "awareness.record": "Ghi hoạt động tuyên truyền",
  "awareness.repeat": "Lặp lại hoạt động tuyên truyền",
  "awareness.correct": "Sửa hoạt động tuyên truyền",
  "awareness.remove": "Bỏ hoạt động tuyên truyền",
  "awareness-message.create": "Thêm tin mẫu",
  "awareness-message.save": "Sửa tin mẫu",
  "awareness-message.announce": "Báo tin mẫu tới các đơn vị",
  "awareness-message.retire": "Thôi dùng tin mẫu",
  "awareness-message.restore": "Dùng lại tin mẫu",
  "unit.state-population": "Ghi số dân",
};

export const awarenessSubjects: Record<string, string> = {
  awareness: "Hoạt động tuyên truyền",
  "awareness-message": "Tin mẫu",
};
