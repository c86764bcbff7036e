/** What the package knows of Vietnamese: read once, at the first text. */
import { languageModelFile, readPackageData } from '../package-data.ts';
import { type ContextNet, readContextNet } from './context-net.ts';
import { type LanguageModel, readLanguageModel } from './language-model.ts';
import { type Ensemble, readEnsemble } from './net.ts';

/** A language model with the net that looks farther. */
export interface Contextual extends LanguageModel {
  /** Read when it is first asked: most short texts hold nothing suspicious. */
  readonly context: () => ContextNet;
}

export interface Model extends Contextual {
  readonly ensemble: Ensemble;
}

let context: ContextNet | undefined;
const loadContextNet = (): ContextNet => {
  context ??= readContextNet(readPackageData('correct/context.bin'));
  return context;
};

let loaded: Model | undefined;

/** The package's model, read once. */
export function loadModel(): Model {
  loaded ??= {
    ...readLanguageModel(readPackageData(languageModelFile)),
    ensemble: readEnsemble(readPackageData('correct/decision.bin')),
    context: loadContextNet,
  };
  return loaded;
}
