import type { pagesEn } from './pages-en.ts';

export const pagesVi: Record<keyof typeof pagesEn, string> = {
  'page/error': 'Đây là trang báo lỗi, không phải bài viết ({reason}).',
  'page/profile': 'Hồ sơ của {site} không khớp với trang này; có thể trang đã đổi giao diện.',
  'page/listing': 'Đây là trang danh sách, không phải bài viết ({reason}).',
  'page/empty': 'Trang này không có nội dung bài viết ({reason}).',
  'reason/server-error': 'máy chủ gặp lỗi',
  'reason/database-error': 'cơ sở dữ liệu gặp lỗi',
  'reason/not-found': 'không tìm thấy trang',
  'reason/login-wall': 'trang đòi đăng nhập',
  'reason/headlines': 'chỉ có tiêu đề và tin dẫn',
  'reason/test-post': 'bài đăng thử',
  'reason/no-text': 'không có chữ nào',
  'reason/no-content-yet': 'nội dung chưa được cập nhật',
  'reason/placeholder-text': 'chữ giữ chỗ',
};
