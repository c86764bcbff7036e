/** Whole lines that say what is beneath them. */

/** The head of a list of results; “Kết quả tìm kiếm nạn nhân” is news. */
export const searchHeading =
  /^(?:(?:kết quả tìm kiếm|search results?)(?: ?:.{0,80}| (?:cho|với|theo|for) .{1,80}| ?["“'‘].{1,80})?|(?:(?:đã |có )?tìm (?:thấy|được) )(?:tổng (?:số|cộng) )?\d[\d.,]{0,8} (?:kết quả|bản ghi|bài viết|tin|văn bản)(?: .{1,120})?|(?:kết quả )?\d{1,5} ?[-–] ?\d{1,5} (?:của|trong|trên|of)(?: (?:khoảng|tổng số|about))? \d[\d.,]{0,8}(?: (?:kết quả|results?))|(?:có )?(?:tổng (?:số|cộng):? )?(?:tìm thấy )?\d[\d.,]{0,8} kết quả(?: (?:được tìm thấy|phù hợp))?(?: (?:cho|với|theo|chứa) .{1,120})?)[\s.:]{0,3}$/iu;
