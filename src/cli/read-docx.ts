import { readZipped } from '../input/zip.ts';
import { type Notice, SachError } from '../model/index.ts';
import { docxToMarkdown, lostOfDocx } from '../proofread/docx.ts';

/** What the main part is called differs: “document2.xml” in files of Word online. */
const mainPart = /^word\/document\d*\.xml$/;

/** Read a Word document as Markdown, and what of it is not there. Throws SachError `bad-docx`. */
export async function readDocx(
  source: string,
  bytes: Buffer,
): Promise<{ readonly text: string; readonly notices: readonly Notice[] }> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    return { text: docxToMarkdown(value), notices: lostOfDocx(readZipped(bytes, mainPart) ?? '') };
  } catch (cause) {
    throw new SachError('bad-docx', { source }, { cause });
  }
}
