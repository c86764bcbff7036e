/** Raised and lowered characters of Unicode: “m²” and “CO₂” stay readable where Markdown has no mark for them. */
const raised = new Map(
  Object.entries({
    ...zip('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'),
    ...zip('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  }),
);
const lowered = new Map(
  Object.entries({ ...zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'), ...zip('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ') }),
);

function zip(from: string, to: string): Record<string, string> {
  const targets = [...to];
  return Object.fromEntries([...from].map((letter, i) => [letter, targets[i] ?? letter]));
}

/** Write text raised (`sup`) or lowered (`sub`); undefined when one of its characters has no such form. */
export function toScript(kind: 'sub' | 'sup', text: string): string | undefined {
  const table = kind === 'sup' ? raised : lowered;
  let out = '';
  for (const letter of text) {
    const form = table.get(letter);
    if (form === undefined) return undefined;
    out += form;
  }
  return out;
}
