/**
 * What cannot be judged by its own words. With the choice go the rest of a table, list or piece of code, the line that
 * announces what follows and the lines amid the text; out of it go other boxes, and what readers wrote.
 */
import type { PageDom } from '../../dom/index.ts';
import type { Survey } from '../classify/survey.ts';
import { windowNames } from '../fields/site-name.ts';
import {
  withAnnouncements,
  withHeadings,
  withLastSentences,
  withLinesBetween,
  withParagraphsAlike,
  withParagraphsBehindTables,
  withQuestions,
} from './additions.ts';
import { orDatedNotice, orFilesAlone, withoutBoxesBesideDay } from './beside-day.ts';
import { wholeGalleries } from './galleries.ts';
import { withNotes } from './notes.ts';
import {
  withoutBoxesAlike,
  withoutBoxesBehind,
  withoutColumnsBefore,
  withoutReaders,
  withoutTeasers,
  withoutWay,
} from './other-boxes.ts';
import { withPanels } from './panels.ts';
import { withPictures } from './pictures.ts';
import { withSignatures } from './signatures.ts';
import { wholeCode, wholeLists, wholeRuns, wholeTables } from './wholes.ts';

export { inMainColumn, withoutSides } from './main-column.ts';
export { withinTitleBox } from './title-box.ts';
export { withPanels };

/** What was chosen by its words, with what belongs to it whatever words it has, and without what does not. */
export const withCompanions = (page: PageDom, surveyed: Survey, chosen: readonly boolean[]): readonly boolean[] =>
  [
    orDatedNotice,
    orFilesAlone,
    withoutColumnsBefore,
    withoutBoxesAlike(windowNames(page)),
    withoutReaders,
    withoutTeasers,
    withoutBoxesBehind,
    withoutBoxesBesideDay,
    wholeTables,
    wholeLists,
    wholeCode,
    wholeRuns,
    withParagraphsBehindTables,
    withQuestions,
    withPanels,
    withNotes,
    withLinesBetween,
    withHeadings,
    withLastSentences,
    withSignatures,
    withAnnouncements,
    withParagraphsAlike,
    withPictures,
    wholeGalleries,
    withoutWay,
  ].reduce((kept, change) => change(surveyed, kept), chosen);
