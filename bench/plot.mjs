/** A small plot of points joined by lines, both axes logarithmic: what grows in proportion is a straight 45° line. */
export function logPlot({ title, xLabel, yLabel, series }) {
  const [width, height, left, bottom, top] = [560, 360, 70, 50, 40];
  const points = series.flatMap(({ points }) => points);
  const range = (values) => {
    const low = Math.floor(Math.log10(Math.min(...values)));
    return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
  };
  const [x0, x1] = range(points.map(([x]) => x));
  const [y0, y1] = range(points.map(([, y]) => y));
  const px = (x) => left + ((Math.log10(x) - x0) / (x1 - x0)) * (width - left - 130);
  const py = (y) => height - bottom - ((Math.log10(y) - y0) / (y1 - y0)) * (height - bottom - top);
  const label = (power) => (power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString('en'));
  const colors = ['#1f6feb', '#d29922', '#2da44e', '#cf222e'];
  const ticks = [
    ...Array.from({ length: x1 - x0 + 1 }, (_, i) => {
      const x = px(10 ** (x0 + i));
      return `<path d="M${x} ${top}V${height - bottom}" stroke="#ddd"/><text x="${x}" y="${height - bottom + 18}" text-anchor="middle">${label(x0 + i)}</text>`;
    }),
    ...Array.from({ length: y1 - y0 + 1 }, (_, i) => {
      const y = py(10 ** (y0 + i));
      return `<path d="M${left} ${y}H${width - 130}" stroke="#ddd"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${label(y0 + i)}</text>`;
    }),
  ];
  const lines = series.map(({ name, points }, i) => {
    const color = colors[i % colors.length];
    const at = points.map(([x, y]) => `${px(x).toFixed(1)},${py(y).toFixed(1)}`);
    const dots = points.map(
      ([x, y]) => `<circle cx="${px(x).toFixed(1)}" cy="${py(y).toFixed(1)}" r="3" fill="${color}"/>`,
    );
    return `<polyline points="${at.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}<text x="${width - 122}" y="${top + 16 + i * 18}" fill="${color}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><title>${title}</title><rect width="100%" height="100%" fill="#fff"/><text x="${left}" y="22" font-size="14">${title}</text>${ticks.join('')}${lines.join('')}<text x="${(left + width - 130) / 2}" y="${height - 10}" text-anchor="middle">${xLabel}</text><text transform="translate(16 ${(height - bottom + top) / 2}) rotate(-90)" text-anchor="middle">${yLabel}</text></svg>\n`;
}
