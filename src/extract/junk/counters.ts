import type { JunkRule } from './rule.ts';
import { between, tool } from './toolbars.ts';

/** Visitor counters, clocks, weather, gold and exchange rates: numbers that were true for a minute. */
export const counters: readonly JunkRule[] = [
  {
    id: 'junk/counter',
    takes: 'box',
    neverTitle: true,
    text: /(?:Tổng (?:số )?lượt truy cập|Lượt truy cập|Số (?:lượt|người) (?:truy cập|đang online|online)|Số lượng truy cập|Đang (?:truy cập|online|trực tuyến)|Khách (?:viếng thăm|online|trực tuyến)|Thành viên (?:online|trực tuyến)|Máy chủ tìm kiếm|Visitors?|Total visits|Online now)(?: \(?hôm nay\)?)? ?:? ?[\d.,]{1,15}/u,
    why: 'Every portal counts its visitors, and says so beside or below the text.',
    source: 'nukeviet/nukeviet modules/statistics; counters of provincial portals',
    drops: ['Tổng lượt truy cập: 81234', '<ul><li>Đang trực tuyến: 7</li></ul>', 'Lượt truy cập 1.204.331'],
    keeps: ['Theo thống kê, tổng lượt truy cập: 81234, tăng gấp đôi năm ngoái.', 'Đang trực tuyến'],
  },
  {
    id: 'junk/counter-period',
    takes: 'box',
    neverTitle: true,
    needs: { run: 2 },
    text: /(?:Hôm nay|Hôm qua|Tuần này|Tuần trước|Tháng (?:này|hiện tại|trước)|Năm nay|Tổng cộng|Tất cả|Khách|Today|Yesterday|This week|This month|All days)(?: ?: ?| )[\d.,]{1,15}/u,
    why: 'Lines of a counter are words of every day; two of them beside each other are a counter.',
    source: 'nukeviet/nukeviet modules/statistics; Joomla VCNT',
    drops: ['<div>Hôm nay: 2</div><div>Hôm qua: 31</div><div>Tháng này: 420</div>'],
    keeps: ['Hôm nay: 2', '<p>Khách 12 người đến từ sáng.</p><p>Tổng cộng 40 suất cơm đã phát.</p>'],
  },
  {
    id: 'junk/views',
    neverTitle: true,
    text: new RegExp(
      String.raw`(?:${tool}${between}){0,6}(?:(?:Số )?(?:lượt|người|lần) (?:người )?(?:xem|đọc)|Đã xem|Xem|Views?|Hits|Lượt tải|Đọc) ?: ?(?:[\d.,]{1,12})?(?: ?(?:lượt|lần))?(?:${between}${tool}){0,6}|[\d.,]{1,12} (?:lượt|lần) xem(?: ?\| ?\d{1,6} (?:bình luận|ý kiến))?|(?:admin|quản trị|\p{Lu}\p{L}{0,20}) [\d.,]{1,9} (?:lượt|lần) xem ?\| ?\d{1,6} bình luận`,
      'u',
    ),
    why: 'The number of readers stands under the title or after the last line.',
    source: 'Web parts of provincial SharePoint portals; Joomla Hits',
    drops: [
      'Lượt xem: 49',
      'Số lượt người xem: 13 Bản in Quay lại',
      'Lượt xem: 61 | In bài | Gửi email',
      'In bài | Gửi email | Lượt xem: 61',
      '1.520 lượt xem',
    ],
    keeps: [
      'Lượt xem: 61 | In bài này ra cho tổ dân phố',
      'Đoạn phim đạt 1.520 lượt xem chỉ sau một đêm.',
      'Số lượt người xem: con số gây bất ngờ cho ban tổ chức.',
    ],
  },
  {
    id: 'junk/clock',
    neverTitle: true,
    needs: { control: true },
    text: /(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|Chủ nhật|CN)[, -]{1,3}(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:(?: ?[-,|] ?| )\d{1,2}:\d{2}(?::\d{2})?)?(?: ?\(?GMT ?[+-]\d{1,2}\)?)?\|?/u,
    why: 'The clock of the page strays into lists and menus inside the body.',
    source: 'Viettel school portal, header clock',
    drops: ['<ul><li>Monday, 04/10/2021 - 10:05|</li></ul>', '<ul><li>Thứ Tư, 07/03/2012 09:12</li></ul>'],
    keeps: [
      'Thứ ba, ngày 24/11/2020',
      'Lớp học mở cửa Thứ ba, ngày 24/11/2020 tại nhà văn hóa.',
      '<ul><li>Thứ ba, 24/11/2020: họp tổ dân phố ở đình làng</li></ul>',
    ],
  },
  {
    id: 'junk/weather-rates',
    takes: 'box',
    needs: { end: true },
    text: /(?:Dự báo )?thời tiết(?: hôm nay| \p{Lu}[\p{L} ]{2,20})?|Giá vàng(?: \d.{0,20}|(?: (?:SJC|9999|hôm nay|trong nước)))?|Tỷ giá(?: ngoại tệ| hối đoái| USD)?|Chứng khoán|Kết quả xổ số|Lịch (?:phát sóng|truyền hình|cúp điện|âm dương)/u,
    why: 'Boxes with weather, gold and exchange rates are pasted under the text.',
    source: 'Side boxes of Vietnamese newspapers and portals',
    drops: ['<div><h4>Giá vàng</h4><table><tr><td>SJC</td><td>36.50</td></tr></table></div>', 'Tỷ giá ngoại tệ'],
    keeps: [
      'Giá vàng trong nước tăng mạnh phiên thứ ba liên tiếp.',
      '<h3>Dự báo thời tiết</h3><p>Từ chiều nay, vùng núi phía bắc có mưa rào và dông, bà con cần đề phòng lũ quét trên các con suối nhỏ.</p>',
    ],
  },
  {
    id: 'junk/imprint-counter',
    neverTitle: true,
    needs: { end: true },
    text: /(?:Cổng|Trang|Website|Bản quyền|©|Copyright|UBND|Địa chỉ|Cơ quan|Đơn vị).{10,260}(?:[Ll]ượt|[Ss]ố người) (?:truy cập|xem|online) ?:? ?[\d.,]{1,15}/u,
    why: 'Small portals put name, address and counter into one line at the foot of every page.',
    source: 'Commune portals on ASP and PHP',
    drops: [
      'Cổng thông tin điện tử xã Tân Lập. Địa chỉ: thôn Trung. Điện thoại: 0203 811 234. Số lượt truy cập: 12033',
    ],
    keeps: [
      'Cổng thông tin điện tử của xã ghi được lượt truy cập: 12033 sau hai năm, nhiều nhất là mục hỏi đáp.',
      '<p>Cổng thông tin điện tử xã Tân Lập. Số lượt truy cập: 12033</p><p>Con số ấy, theo anh Bến ở tổ tin học, chủ yếu là của học trò vào xem điểm và tra lịch thi của trường mình.</p>',
    ],
  },
];
