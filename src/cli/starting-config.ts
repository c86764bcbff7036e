import type { Lang } from '../messages/index.ts';

/** A configuration to start from: every key, commented, with what it does. */
export function startingConfig(lang: Lang): string {
  return lang === 'vi' ? vietnamese : english;
}

const english = `# yaml-language-server: $schema=node_modules/sach/data/schema/config.schema.json
# Configuration of sach: see docs/configuration.md. Lines that begin with # show what can be set.

# Words and names that are never changed.
words: []
#  - Pảo
#  - K'Bông

# Levels by rule or family: error, warning, info, off.
rules: {}
#  typo/mixed-quotes: off
#  markup: info

# Levels for some files only; later ones are stronger.
#overrides:
#  - files: ['archive/**']
#    rules: { field/no-date: off }

# Files that are not looked at.
#ignore: ['drafts/**']

# Lines that are template text on this site. The examples are tested whenever this file is read.
#junk:
#  - id: junk/our-hotline
#    pattern: 'Đường dây nóng: [\\d .]+'
#    matches: ['Đường dây nóng: 0251 3822 501']
#    leaves: ['Đường dây nóng của huyện nhận hai trăm cuộc gọi.']

# Names of the front-matter keys.
#frontMatter:
#  text: [title, description, caption]
#  title: title
#  date: date

# One of several accepted forms; what is not named is left alone.
#style:
#  toneMarks: old     # old: hòa, khỏe · new: hoà, khoẻ
#  iy: y              # y: lý, kỹ · i: lí, kĩ
#  quotes: curly      # curly: “…” · straight: "…"
#  dates: slash       # slash: 26/9/2024 · dash: 26-9-2024 · dot: 26.9.2024
#  numbers: dot       # dot: 1.250.000 · comma: 1,250,000

# Exit with 1 from this level on.
#failOn: error
`;

const vietnamese = `# yaml-language-server: $schema=node_modules/sach/data/schema/config.schema.json
# Cấu hình của sach, xem docs/configuration.md. Các dòng bắt đầu bằng # cho biết có thể đặt những gì.

# Từ và tên riêng không bao giờ bị sửa.
words: []
#  - Pảo
#  - K'Bông

# Mức của từng quy tắc hoặc cả nhóm: error, warning, info, off.
rules: {}
#  typo/mixed-quotes: off
#  markup: info

# Mức riêng cho một số tệp; mục sau mạnh hơn mục trước.
#overrides:
#  - files: ['luu-tru/**']
#    rules: { field/no-date: off }

# Tệp không cần xem.
#ignore: ['nhap/**']

# Những dòng là chữ của khung trang. Ví dụ được thử mỗi khi đọc tệp này.
#junk:
#  - id: junk/our-hotline
#    pattern: 'Đường dây nóng: [\\d .]+'
#    matches: ['Đường dây nóng: 0251 3822 501']
#    leaves: ['Đường dây nóng của huyện nhận hai trăm cuộc gọi.']

# Tên các khóa ở phần đầu trang (front matter).
#frontMatter:
#  text: [title, description, caption]
#  title: title
#  date: date

# Chọn một trong các cách viết đều đúng; mục nào không đặt thì giữ nguyên.
#style:
#  toneMarks: old     # old: hòa, khỏe · new: hoà, khoẻ
#  iy: y              # y: lý, kỹ · i: lí, kĩ
#  quotes: curly      # curly: “…” · straight: "…"
#  dates: slash       # slash: 26/9/2024 · dash: 26-9-2024 · dot: 26.9.2024
#  numbers: dot       # dot: 1.250.000 · comma: 1,250,000

# Thoát với mã 1 kể từ mức này.
#failOn: error
`;
