import type { en } from './en.ts';

export const vi: Record<keyof typeof en, string> = {
  'page/error': 'Đây là trang báo lỗi, không phải bài viết ({reason}).',
  'page/listing': 'Đây là trang danh mục, không phải bài viết.',
  'page/empty': 'Không tìm thấy nội dung bài viết.',
  'error/cannot-read': '{source}: không đọc được ({reason}).',
  'error/cannot-read.hint': 'Hãy kiểm tra đường dẫn và quyền truy cập.',
};
