// Text of our own that reads as local news does: what correction costs depends on whether words fit their neighbours.
const names = 'Hà Văn Tính,Lò Thị Páo,Tạ Văn Quế,Bùi Thị Nhàn,Vi Văn Sáng,Lê Thị Mận,Phan Đình Lực,Đỗ Thị Hoài'.split(
  ',',
);
const places =
  'thôn Suối Mây,bản Nà Hỳ,xã Đồng Rằm,phố Chợ Cũ,ấp Bàu Sen,làng Xuân Áng,xóm Bến Đá,tổ dân phố số 4'.split(',');
/** Sentences of the kind that local news is made of; `{…}` is filled in anew each time. */
const sentences = [
  'Sáng ngày {d}/{m}, {p} tổ chức họp dân bàn việc mở rộng con đường liên thôn dài {n} mét.',
  'Ông {o}, trưởng thôn, cho biết cả {p} có {n} hộ đã đồng ý hiến đất.',
  'Bà {o} nói: “Đường rộng thì xe chở ngô mới vào được tận nương”.',
  'Theo kế hoạch, công trình sẽ hoàn thành trước tết với kinh phí {n} triệu đồng.',
  'Trạm y tế đã khám bệnh và phát thuốc miễn phí cho {n} người cao tuổi của {p}.',
  'Nhà trường đón {n} học sinh lớp Một và tặng mỗi em một bộ sách.',
  'Cơn lũ đêm {d}/{m} đã cuốn trôi cây cầu tre duy nhất nối {p} với chợ huyện.',
  'Chị {o} mở cửa hàng trên mạng nhưng vẫn về giúp mẹ sửa quần áo cho khách quen.',
  'Hợp tác xã thu mua {n} tấn lúa, cao hơn năm trước {d} phần trăm.',
  'Thanh niên {p} trồng thêm {n} cây xanh dọc bờ kênh trong tháng {m}.',
];

/** Draws from lists, the same ones for the same seed. */
export function madeText(seed) {
  let state = seed + 1;
  const pick = (list) => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length];
  };
  const number = (most) => String(1 + (pick([...Array(most).keys()]) ?? 0));
  const sentence = () =>
    pick(sentences).replace(/\{(\w)\}/g, (_, key) =>
      key === 'o' ? pick(names) : key === 'p' ? pick(places) : number({ d: 28, m: 12, n: 900 }[key]),
    );
  return { pick, sentence, place: () => pick(places) };
}
