export type Level = 'error' | 'warning' | 'info';

/** Values that a message is filled in with. */
export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * What a stage has to tell, before anybody's language: the rule names the message in `messages/`,
 * `params` fill it in.
 */
export interface Notice {
  /** `family/name`, never renamed: reports and configurations quote it. */
  readonly rule: string;
  readonly level: Level;
  readonly params?: MessageParams;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
}

/** A notice in the user's language (the JSON contract). */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** A dropped block, with the rule that dropped it. */
export interface Removed {
  readonly rule: string;
  /** Cut at 200 characters in the JSON. */
  readonly text: string;
}

/** What every rule of every table tells about itself. */
export interface RuleInfo {
  readonly id: `${string}/${string}`;
  /** One sentence: what goes wrong without this rule. */
  readonly why: string;
  /** The page, dictionary entry or template file that shows it. */
  readonly source: string;
  /** One sentence: the kinds of drafts, or the parts of them, that it looks at, where these are not all. */
  readonly where?: string;
}
