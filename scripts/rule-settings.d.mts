/** The content of every file that tells of the rules, by its path. */
export function ruleSettings(): Promise<Record<string, string>>;
