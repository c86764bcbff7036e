import type { Confusion } from './confusion.ts';

export const lN: Confusion = {
  id: 'l-n',
  why: 'L and n are confused in the Red River delta.',
  pairs: `
    lỗ lực → nỗ lực, lăng lực → năng lực, lăng lượng → năng lượng, niên ngành → liên ngành, niên quan → liên quan,
    niên hệ → liên hệ, khiếu lại → khiếu nại, nạo động → lao động, lông dân → nông dân, lũng nịu → nũng nịu,
    lung nay → lung lay, nung linh → lung linh, lung ninh → lung linh, nấp lánh → lấp lánh, nong lanh → long lanh,
    lồng làn → nồng nàn, lồng hậu → nồng hậu, nao động → lao động, nịch sử → lịch sử, nực lượng → lực lượng,
    năng nực → năng lực, nớp học → lớp học, lông nghiệp → nông nghiệp, lông thôn → nông thôn, lâng cao → nâng cao,
    lăng suất → năng suất, lội dung → nội dung, lóng nực → nóng nực, nung lay → lung lay, nấp ló → lấp ló,
    nồng làn → nồng nàn, lồng nhiệt → nồng nhiệt, nạc quan → lạc quan, nạc hậu → lạc hậu`,
  leaves: ['Đoàn thanh niên quan tâm đến việc làm.', 'Em có năng khiếu lại chăm chỉ.'],
};
