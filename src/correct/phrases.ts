/**
 * Administrative vocabulary of the years after 2019, which the corpus hardly knows. A run of three words and more that is
 * such a term but for the marks of one word is that term: nobody writes “nền tảng sổ”. The model counts the terms too.
 */

export interface Phrase {
  /** Lower case, words parted by one space. */
  readonly text: string;
  readonly why?: string;
  /** Words by which a paragraph shows that it means something else. */
  readonly unless?: readonly string[];
  /** Sentences with a slip, and what comes out. */
  readonly fixes?: Readonly<Record<string, string>>;
  readonly leaves?: readonly string[];
}

/** Phrases beside which something right looks like a slip, or that show how the others work. */
const told: readonly Phrase[] = [
  {
    text: 'chuyển đổi số',
    why: 'On every portal since 2020, and “đối số” is a word of its own: the argument of a function.',
    unless: ['cho hàm', 'của hàm', 'vào hàm', 'hàm số', 'tham số', 'lập trình', 'biên dịch'],
    fixes: {
      'Ban chỉ đạo chuyển đối số họp mỗi quý.': 'Ban chỉ đạo chuyển đổi số họp mỗi quý.',
      'Xã đã hoàn thành kế hoạch chuyển đôi số.': 'Xã đã hoàn thành kế hoạch chuyển đổi số.',
      'HỘI NGHỊ VỀ CHUYỂN ĐỐI SỐ': 'HỘI NGHỊ VỀ CHUYỂN ĐỔI SỐ',
    },
    leaves: ['Lệnh này chuyển đối số cho hàm.', 'Khi chuyển đối số của hàm, nhớ kiểm tra kiểu.'],
  },
  {
    text: 'nền tảng số',
    why: 'Too new for the corpus.',
    fixes: { 'Tỉnh đưa vào dùng các nền tảng sổ.': 'Tỉnh đưa vào dùng các nền tảng số.' },
    leaves: ['Đó là nền tảng sống của làng nghề.', 'Nhà dựng trên nền tảng sẵn có.'],
  },
  {
    text: 'chính quyền số',
    why: '“Sở tại” is a word: the authorities of the place.',
    fixes: { 'Đề án xây dựng chính quyền sổ của tỉnh.': 'Đề án xây dựng chính quyền số của tỉnh.' },
    leaves: ['Ông trình báo với chính quyền sở tại.'],
  },
  {
    text: 'dữ liệu số',
    why: '“Sổ sách” is a word.',
    fixes: { 'Thư viện lưu dữ liệu sổ của các cuốn sách.': 'Thư viện lưu dữ liệu số của các cuốn sách.' },
    leaves: ['Kế toán đối chiếu dữ liệu sổ sách với kho.'],
  },
  {
    text: 'định danh điện tử',
    why: 'Too new for the corpus.',
    fixes: { 'Công an xã cấp tài khoản đinh danh điện tử.': 'Công an xã cấp tài khoản định danh điện tử.' },
    leaves: ['Tờ khai có mục số định danh và mục thư điện tử.'],
  },
];

const plain = `
  chuyển đổi xanh
  chuyển đổi kép
  nền tảng số
  hạ tầng số
  kinh tế số
  xã hội số
  chính quyền số
  chính phủ số
  công dân số
  kỹ năng số
  dữ liệu số
  dữ liệu lớn
  dữ liệu mở
  văn hóa số
  văn hoá số
  thanh toán số
  thanh toán không dùng tiền mặt
  nhân lực số
  công nghệ số
  doanh nghiệp số
  bản đồ số
  số hóa hồ sơ
  số hoá hồ sơ
  số hóa dữ liệu
  tổ công nghệ số cộng đồng
  định danh điện tử
  tài khoản định danh điện tử
  xác thực điện tử
  căn cước công dân
  căn cước công dân gắn chip
  thẻ căn cước
  cơ sở dữ liệu quốc gia về dân cư
  cơ sở dữ liệu chuyên ngành
  kho dữ liệu dùng chung
  trục liên thông văn bản
  nền tảng tích hợp chia sẻ dữ liệu
  cổng dịch vụ công
  cổng dịch vụ công quốc gia
  dịch vụ công trực tuyến
  dịch vụ công trực tuyến toàn trình
  dịch vụ công trực tuyến một phần
  hồ sơ trực tuyến
  nộp hồ sơ trực tuyến
  một cửa điện tử
  bộ phận một cửa
  trung tâm phục vụ hành chính công
  hành chính công
  cải cách hành chính
  chỉ số cải cách hành chính
  thủ tục hành chính
  kiểm soát thủ tục hành chính
  chữ ký số
  hóa đơn điện tử
  hoá đơn điện tử
  hóa đơn điện tử khởi tạo từ máy tính tiền
  bệnh án điện tử
  hồ sơ sức khỏe điện tử
  sổ sức khỏe điện tử
  học bạ số
  học bạ điện tử
  văn bằng số
  sách giáo khoa điện tử
  bài giảng điện tử
  lớp học trực tuyến
  dạy học trực tuyến
  học liệu số
  trí tuệ nhân tạo
  học máy
  chuỗi khối
  điện toán đám mây
  internet vạn vật
  an toàn thông tin
  an toàn thông tin mạng
  an ninh mạng
  an ninh phi truyền thống
  mã độc
  tấn công mạng
  lừa đảo trực tuyến
  tội phạm công nghệ cao
  bảo vệ dữ liệu cá nhân
  dữ liệu cá nhân
  đô thị thông minh
  trung tâm điều hành thông minh
  phòng họp không giấy tờ
  chương trình giáo dục phổ thông
  đổi mới sáng tạo
  hệ sinh thái khởi nghiệp
  khởi nghiệp sáng tạo
  kinh tế tuần hoàn
  kinh tế xanh
  kinh tế ban đêm
  kinh tế tư nhân
  kinh tế chia sẻ
  phát triển bền vững
  phát triển xanh
  tín chỉ các bon
  trung hòa các bon
  năng lượng tái tạo
  điện mặt trời mái nhà
  nông thôn mới
  nông thôn mới nâng cao
  nông thôn mới kiểu mẫu
  mỗi xã một sản phẩm
  giảm nghèo bền vững
  chuẩn nghèo đa chiều
  an sinh xã hội
  trợ giúp xã hội
  bảo hiểm xã hội tự nguyện
  bảo hiểm y tế hộ gia đình
  bảo hiểm thất nghiệp
  giãn cách xã hội
  cách ly tập trung
  cách ly y tế
  tiêm chủng
  tiêm vắc xin
  tiêm nhắc lại
  phòng chống dịch
  ổ dịch
  ca mắc
  truy vết
  khai báo y tế
  thích ứng an toàn
  linh hoạt kiểm soát hiệu quả
  phục hồi kinh tế
  sắp xếp đơn vị hành chính
  sáp nhập đơn vị hành chính
  sáp nhập tỉnh
  chính quyền địa phương hai cấp
  mô hình chính quyền địa phương hai cấp
  đơn vị hành chính cấp xã
  tinh gọn bộ máy
  tinh giản biên chế
  tổ chức bộ máy
  cán bộ không chuyên trách
  vị trí việc làm
  đặc khu
  công an xã chính quy
  lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở
  phòng cháy chữa cháy
  cứu nạn cứu hộ
  nồng độ cồn
  trật tự an toàn giao thông
  phạt nguội
  giấy phép lái xe
  đăng ký trực tuyến
  xóa nhà tạm
  xóa nhà tạm nhà dột nát
  nhà ở xã hội
  giải phóng mặt bằng
  quy hoạch tỉnh
  giải ngân vốn đầu tư công
  đầu tư công
  công khai minh bạch
  phòng chống tham nhũng
  phòng chống tham nhũng lãng phí tiêu cực
  trách nhiệm nêu gương
  học tập và làm theo tư tưởng đạo đức phong cách
  sinh hoạt chuyên đề
  bình đẳng giới
  bạo lực học đường
  xâm hại trẻ em
  đuối nước
  tư vấn tâm lý học đường
  giáo dục hướng nghiệp
  giáo dục thường xuyên
  xây dựng trường học hạnh phúc
  trường học hạnh phúc
  phổ cập giáo dục
  phổ cập dịch vụ
  phổ cập kỹ năng số
  sử dụng dịch vụ viễn thông
  phủ sóng
  hệ thống định danh và xác thực điện tử
  ứng dụng định danh quốc gia
  thuế điện tử
  biên lai điện tử
  giấy phép lái xe điện tử
  hộ chiếu gắn chip
  mã định danh cá nhân
  nền tảng học trực tuyến
  nền tảng dữ liệu
  hạ tầng dữ liệu
  trung tâm dữ liệu
  trung tâm dữ liệu quốc gia
  công dân toàn cầu
  chuyển đổi số quốc gia
  chuyển đổi số toàn diện
  ngày chuyển đổi số quốc gia
  năng lực số
  an toàn số
  môi trường số
  không gian mạng
  thương mại điện tử
  sàn thương mại điện tử
  ví điện tử
  ngân hàng số
  truy xuất nguồn gốc
  bình dân học vụ số
  kỷ nguyên vươn mình
  hòa giải ở cơ sở
  tiếp công dân
  kiểm tra sau thông quan
  giấy chứng nhận quyền sử dụng đất
  kinh tế tập thể
  du lịch cộng đồng
  du lịch thông minh
  nông nghiệp công nghệ cao
  nông nghiệp thông minh
  nông nghiệp hữu cơ
  biến đổi khí hậu
  xâm nhập mặn
  phân loại rác tại nguồn
  rác thải nhựa
  đồng bào dân tộc thiểu số
  chương trình mục tiêu quốc gia
`;

export const phrases: readonly Phrase[] = [
  ...told,
  ...plain
    .trim()
    .split('\n')
    .map((line) => ({ text: line.trim() }))
    .filter(({ text }) => !told.some((one) => one.text === text)),
];
