/** Each step of `withCompanions` is needed: a small page that comes out wrong without it. */
import { describe, expect, test, vi } from 'vitest';
import { parseHtml } from '../../src/dom/index.ts';
import { extract } from '../../src/extract/index.ts';
import { layoutText } from '../../src/model/index.ts';

const skipped = vi.hoisted(() => new Set<string>());

/** The steps of a module, each of which leaves the choice as it is while it is skipped. */
const skippable = vi.hoisted(() => async (original: () => Promise<object>): Promise<object> => {
  type Step = (...given: readonly unknown[]) => unknown;
  const asGiven: Step = (_, kept) => kept;
  const wrap = (name: string, step: Step): Step => {
    if (name === 'withoutBoxesAlike') return (names) => (skipped.has(name) ? asGiven : (step(names) as Step));
    return (...given) => (skipped.has(name) ? asGiven(...given) : step(...given));
  };
  return Object.fromEntries(
    Object.entries(await original()).map(([name, value]) => [
      name,
      typeof value === 'function' ? wrap(name, value) : value,
    ]),
  );
});
vi.mock('../../src/extract/companions/additions.ts', skippable);
vi.mock('../../src/extract/companions/galleries.ts', skippable);
vi.mock('../../src/extract/companions/other-boxes.ts', skippable);
vi.mock('../../src/extract/companions/wholes.ts', skippable);

const visit =
  'Sáng nay, đoàn công tác đã đến thăm và làm việc với bà con xã Hòa Bình về việc sửa con đường liên thôn dài hai cây số.';
const work =
  'Bà con đã góp hơn ba trăm ngày công để nạo vét kênh, đắp lại bờ vùng và kè đoạn mương hay sạt lở cạnh sân kho.';
const water =
  'Theo ông trưởng thôn, nước về sớm hơn mọi năm nửa tháng, nên lúa xuân đã bén rễ trước khi rét đậm tràn về.';
const end =
  'Đến cuối tháng, xã sẽ nghiệm thu toàn tuyến rồi giao cho tổ thủy nông quản lý, tu sửa và thu phí theo mùa.';
const paragraphs = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

const headline = 'Sửa con đường liên thôn trước mùa mưa';
const portal = (title: string, main: string): string =>
  `<html lang="vi"><head><title>${title}</title></head><body><div id="menu">${[
    'Trang chủ',
    'Giới thiệu',
    'Tin tức',
    'Văn bản',
    'Thủ tục',
    'Liên hệ',
  ]
    .map((name) => `<a href="/x">${name}</a> `)
    .join(
      '',
    )}</div>${main}<div id="foot">Bản quyền thuộc Ủy ban nhân dân xã. Điện thoại: 0210 385 1234</div></body></html>`;
const article = (body: string): string => portal(headline, `<div class="main"><h1>${headline}</h1>${body}</div>`);

const points = [visit, work, 'Kè mương', 'Nước sạch', water, 'Điện'].map((point) => `<li>${point}</li>`).join('');
const script =
  '<div class="box"><span>lenh.sh</span><pre>#!/bin/sh\nx=1; y=2;\ncat a | b &gt; c</pre><button>Chép</button></div>';
const table = (rows: number): string =>
  `<table border="1">${Array.from({ length: rows }, (_, i) => `<tr><td>Thôn ${i + 1}</td><td>${i}</td><td>${i * 3}</td></tr>`).join('')}</table>`;
const slide = (caption: string, style = ''): string =>
  `<div class="slide"${style}><div><img src="a.jpg"></div><div>${caption}</div></div>`;
const noticeName = 'Thông báo lịch tiêm phòng dại cho chó mèo';
const frame = (head: string, text: string): string =>
  `<div class="box"><div class="head">${head}</div><div class="in"><p>${text}</p></div></div>`;
const about =
  'Nhà đầu tư vào cụm công nghiệp của xã được miễn tiền thuê đất trong bảy năm, được hướng dẫn thủ tục tại chỗ.';

interface Case {
  readonly step: string;
  readonly page: string;
  /** What the step brings in. */
  readonly brings?: string;
  /** What the step takes out. */
  readonly drops?: string;
}

const cases: readonly Case[] = [
  {
    step: 'withoutColumnsBefore',
    page: portal(
      'Cổng thông tin xã Hòa Bình',
      `<div class="main"><div><div class="col">${paragraphs('Nằm ở cửa ngõ phía Bắc của tỉnh, xã có diện tích tự nhiên mười hai cây số vuông, dân số hơn sáu nghìn người.', about)}</div></div><div class="art"><div class="t">Xã sửa xong con đường liên thôn trước mùa mưa</div><div class="d">12/03/2012 08:30</div>${paragraphs(visit, work)}</div></div>`,
    ),
    drops: about,
  },
  {
    step: 'withoutBoxesAlike',
    page: portal(
      noticeName,
      `<div class="main">${frame('Gương sáng', 'Ông Lìn là cựu chiến binh, nuôi ba mươi con dê trên núi đá, mỗi năm để ra hơn trăm triệu đồng, lại giữ điệu hát cổ.')}${frame(noticeName, 'Xã tổ chức tiêm phòng dại cho chó mèo tại sân đình từ bảy giờ sáng ngày mười hai, mời bà con mang vật nuôi tới.')}${frame('Giới thiệu', 'Xã nằm cách trung tâm huyện chín cây số về phía tây, có mười bốn thôn, phần lớn là đồi núi, trồng ngô và chè.')}</div>`,
    ),
    drops: 'Ông Lìn là cựu chiến binh',
  },
  { step: 'wholeLists', page: article(`<ul>${points}</ul>`), brings: 'Điện' },
  {
    step: 'wholeCode',
    page: article(`${paragraphs(visit, work)}${script}${paragraphs(water, end)}`),
    brings: 'cat a | b',
  },
  {
    step: 'wholeRuns',
    page: article(
      `<div class="c">${['Mùa nước năm ấy', visit, work, water, end, 'Ai cũng mừng'].join('<br><br>')}</div>`,
    ),
    brings: 'Ai cũng mừng',
  },
  {
    step: 'withParagraphsBehindTables',
    page: article(
      `${paragraphs(water, work, visit)}${table(40)}${paragraphs('Với kết quả ấy, hai thôn đầu vào vòng sau, còn các thôn khác về nhà:')}<div class="share"><a href="/in">Bản in</a> <a href="/g">Gửi bạn</a></div>`,
    ),
    brings: 'Với kết quả ấy',
  },
  {
    step: 'withQuestions',
    page: article(
      `<div>Câu hỏi:</div>${paragraphs('Nhà tôi ở ven kênh thì xin sửa cống ở đâu?', 'Người gửi: Lê Út')}<div>Trả lời:</div>${paragraphs(visit, work, water)}`,
    ),
    brings: 'Câu hỏi:',
  },
  { step: 'withLinesBetween', page: article(paragraphs(visit, work, '***', water, end)), brings: '***' },
  {
    step: 'withLastSentences',
    page: article(`<div>${visit}</div>${table(3)}<div>Hôm sau cả làng mở hội mừng công.</div>`),
    brings: 'Hôm sau cả làng',
  },
  {
    step: 'wholeGalleries',
    page: article(
      `${paragraphs(visit, work)}${slide('Đào kênh ở thôn Hạ')}${['Kè bờ', 'Trưa nghỉ', 'Hết việc'].map((caption) => slide(caption, ' style="display:none"')).join('')}`,
    ),
    brings: 'Trưa nghỉ',
  },
];

function textOf(page: string): string {
  const encoding = { name: 'utf-8', confidence: 1, repairs: [] } as const;
  const { value } = extract(parseHtml({ source: 'test.html', kind: 'html', text: page, encoding }).value);
  return layoutText(value.body).text;
}

describe('a step of `withCompanions` is needed', () => {
  test.each(cases.map((one) => [one.step, one] as const))('%s', (step, { page, brings, drops }) => {
    const holds = (): boolean => textOf(page).includes(brings ?? drops ?? '');
    expect(holds()).toBe(brings !== undefined);
    skipped.add(step);
    try {
      expect(holds()).toBe(brings === undefined);
    } finally {
      skipped.delete(step);
    }
  });
});
