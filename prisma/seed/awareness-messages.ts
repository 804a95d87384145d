/** Warnings of tricks that press and police describe again and again; no case, number or name is real. */
export const messages = [
  {
    title: "Giả danh công an gọi điện yêu cầu chuyển tiền",
    topic: "Giả danh công an, viện kiểm sát, tòa án",
    summary: "Công an không làm việc qua điện thoại và không bao giờ yêu cầu chuyển tiền.",
    body: "Kẻ gian gọi điện, gọi video mặc quân phục, nói bà con liên quan vụ án ma túy, rửa tiền rồi dọa bắt giam. Chúng bắt giữ bí mật, không cho nói với người nhà, yêu cầu chuyển tiền vào “tài khoản tạm giữ” để chứng minh trong sạch.",
    advice:
      "Tắt máy ngay, không tranh luận.\nKhông chuyển tiền, không đọc số tài khoản, mật khẩu, mã OTP.\nHỏi lại người thân và Công an xã trước khi làm bất cứ việc gì.",
  },
  {
    title: "Cài ứng dụng định danh VNeID, dịch vụ công giả mạo",
    topic: "Ứng dụng VNeID, dịch vụ công giả mạo",
    summary: "Chỉ cài VNeID từ kho ứng dụng của máy, không cài qua đường dẫn người lạ gửi.",
    body: "Kẻ gian xưng là cán bộ công an, cán bộ xã, hẹn cập nhật căn cước, định danh mức 2 rồi gửi đường dẫn tải ứng dụng qua Zalo, tin nhắn. Ứng dụng giả chiếm quyền điều khiển điện thoại và rút sạch tiền trong ngân hàng.",
    advice:
      "Không bấm đường dẫn, không cài tệp người lạ gửi.\nCập nhật căn cước thì đến trực tiếp Công an xã, bộ phận một cửa.\nLỡ cài rồi: tắt mạng, gọi ngân hàng khóa tài khoản, mang máy đến Công an xã.",
  },
  {
    title: "Giả danh nhân viên ngân hàng hỏi mã OTP",
    topic: "Giả danh ngân hàng, hỏi mã OTP",
    summary: "Mã OTP là chìa khóa két tiền: không đọc cho ai, kể cả người xưng là ngân hàng.",
    body: "Kẻ gian gọi điện hoặc nhắn tin mang tên ngân hàng, báo tài khoản bị khóa, có giao dịch lạ hoặc được nâng hạn mức thẻ, rồi yêu cầu bấm đường dẫn và nhập mật khẩu, mã OTP.",
    advice:
      "Không đọc mã OTP, mật khẩu, ba số sau thẻ cho bất kỳ ai.\nTự gọi tổng đài in sau thẻ ngân hàng để hỏi.\nKhông bấm đường dẫn trong tin nhắn, kể cả tin mang tên ngân hàng.",
  },
  {
    title: "Cuộc gọi video giả mặt, giả giọng người thân vay tiền",
    topic: "Giả mặt, giả giọng (deepfake) vay tiền",
    summary: "Người thân vay tiền qua mạng: gọi lại số điện thoại quen rồi mới chuyển.",
    body: "Kẻ gian chiếm tài khoản Zalo, Facebook rồi dùng công nghệ làm giả khuôn mặt, giọng nói để gọi video vay tiền gấp. Cuộc gọi thường ngắn, hình mờ, tiếng chập chờn, tài khoản nhận tiền mang tên người lạ.",
    advice:
      "Gọi lại bằng số điện thoại thường trước khi chuyển tiền.\nHỏi một chuyện chỉ hai người biết.\nTên tài khoản nhận khác tên người quen thì không chuyển.",
  },
  {
    title: "Bẫy “việc nhẹ lương cao”, làm nhiệm vụ online",
    topic: "Việc nhẹ lương cao, làm nhiệm vụ online",
    summary: "Phải nộp tiền trước để được làm việc là lừa đảo.",
    body: "Kẻ gian mời làm cộng tác viên chốt đơn, thả tim, xem video tại nhà. Vài lần đầu trả tiền thật để tạo lòng tin, sau đó yêu cầu nạp số tiền lớn hơn rồi báo lỗi, bắt nạp thêm mới được rút. Có nhóm còn dụ thanh niên ra nước ngoài làm việc rồi giữ người đòi tiền chuộc.",
    advice:
      "Không nộp tiền để được nhận việc.\nKhông vay mượn để “gỡ” số tiền đã nạp.\nCon em đi làm xa phải biết rõ công ty, địa chỉ; hỏi UBND xã khi còn nghi ngờ.",
  },
  {
    title: "Tin nhắn quà Tết, trúng thưởng, hỗ trợ của Nhà nước",
    topic: "Quà Tết, trúng thưởng, hỗ trợ giả mạo",
    summary: "Nhà nước không phát tiền hỗ trợ qua đường dẫn và không thu phí nhận quà.",
    body: "Dịp Tết, kẻ gian nhắn tin, đăng bài tặng quà, lì xì, trúng thưởng xe máy, hoặc giả danh cơ quan nhà nước phát tiền hỗ trợ. Chúng yêu cầu nhập thông tin ngân hàng hoặc đóng phí vận chuyển, thuế trước khi nhận.",
    advice:
      "Không nhập thông tin ngân hàng để nhận quà.\nKhông đóng phí để nhận thưởng.\nHỏi UBND xã về các khoản hỗ trợ có thật.",
  },
  {
    title: "Giả danh nhân viên giao hàng yêu cầu chuyển khoản",
    topic: "Giả danh giao hàng (shipper)",
    summary: "Chưa cầm hàng, chưa chuyển tiền; không bấm đường dẫn “hủy đơn” người lạ gửi.",
    body: "Kẻ gian biết tên, số điện thoại người mua, gọi báo có đơn hàng khi bà con vắng nhà và xin chuyển khoản trước. Sau đó báo chuyển nhầm tài khoản “đăng ký hội viên”, gửi đường dẫn để hủy rồi lấy hết tiền.",
    advice:
      "Kiểm tra đơn trên ứng dụng mua hàng.\nNhận hàng rồi mới trả tiền.\nKhông bấm đường dẫn hủy hội viên, hủy đơn.",
  },
  {
    title: "Vé tàu xe, tua du lịch, phòng nghỉ giá rẻ dịp Tết",
    topic: "Vé tàu xe, du lịch giá rẻ giả mạo",
    summary: "Giá rẻ bất thường và đòi chuyển khoản ngay là dấu hiệu lừa đảo.",
    body: "Kẻ gian lập trang Facebook, trang web giống hãng xe, khách sạn để bán vé, phòng giá rẻ dịp Tết và lễ hội. Nhận tiền cọc xong thì chặn liên lạc hoặc đưa mã vé giả.",
    advice:
      "Mua vé tại bến, đại lý hoặc trang chính thức của hãng.\nGọi số tổng đài công bố để kiểm tra mã vé.\nKhông chuyển hết tiền cho tài khoản cá nhân.",
  },
  {
    title: "Sàn đầu tư chứng khoán, tiền ảo lãi cao",
    topic: "Đầu tư chứng khoán, tiền ảo lừa đảo",
    summary: "Không có khoản đầu tư nào lãi vài chục phần trăm một tháng mà chắc chắn.",
    body: "Kẻ gian kết bạn, trò chuyện thân mật nhiều ngày rồi rủ vào nhóm đầu tư có “chuyên gia đọc lệnh”. Trên sàn giả thấy lãi rất nhanh, nhưng muốn rút thì phải nộp thuế, phí, rồi mất sạch.",
    advice:
      "Không gửi tiền vào sàn, ứng dụng người quen trên mạng giới thiệu.\nKhông rút được tiền thì dừng ngay, không nộp thêm.\nGiữ tin nhắn, chứng từ chuyển khoản và báo Công an.",
  },
  {
    title: "Giả danh giáo viên báo con cấp cứu",
    topic: "Giả danh giáo viên, bệnh viện báo cấp cứu",
    summary: "Nghe tin con cấp cứu: gọi ngay giáo viên chủ nhiệm trước khi chuyển tiền.",
    body: "Kẻ gian gọi phụ huynh, xưng là thầy cô hoặc nhân viên y tế, báo con bị tai nạn đang cấp cứu và cần chuyển gấp viện phí. Lợi dụng lúc hoảng hốt, nhiều người chuyển tiền mà chưa kịp hỏi nhà trường.",
    advice:
      "Bình tĩnh, tắt máy và gọi giáo viên chủ nhiệm, nhà trường.\nBệnh viện luôn cấp cứu trước, không đòi chuyển khoản qua điện thoại.\nLưu sẵn số của nhà trường trong máy.",
  },
  {
    title: "Giả danh điện lực, thuế, bảo hiểm đòi cập nhật thông tin",
    topic: "Giả danh điện lực, thuế, bảo hiểm xã hội",
    summary: "Cơ quan nhà nước, điện lực không gửi tệp cài đặt qua Zalo.",
    body: "Kẻ gian xưng nhân viên điện lực dọa cắt điện, cán bộ thuế hẹn hoàn thuế, cán bộ bảo hiểm hẹn cập nhật sổ, rồi kết bạn Zalo và gửi tệp cài đặt. Cài xong điện thoại bị chiếm quyền, tiền trong tài khoản bị chuyển đi.",
    advice:
      "Không kết bạn Zalo với số lạ xưng là cán bộ.\nKhông cài tệp gửi qua tin nhắn.\nTự gọi số của cơ quan hoặc đến bộ phận một cửa để hỏi.",
  },
  {
    title: "Tin giả, tin xuyên tạc dịp Tết và ngày thành lập Đảng",
    topic: "Tin giả, thông tin xấu độc",
    summary: "Đọc kỹ, kiểm tra nguồn rồi mới chia sẻ; chia sẻ tin giả cũng bị xử phạt.",
    body: "Các trang lạ lan truyền tin bịa đặt về dịch bệnh, thiên tai, tai nạn, về cán bộ và chính sách để câu lượt xem, gây hoang mang. Nhiều người chia sẻ khi chưa đọc hết, vô tình tiếp tay cho kẻ xấu.",
    advice:
      "Chỉ tin nguồn chính thức: báo, đài, trang của huyện, xã.\nKhông chia sẻ khi chưa rõ nguồn.\nThấy tin giả thì chụp lại, báo UBND hoặc Công an xã.",
  },
];
