/** The language that the extension is about. */
export const languageId = 'statement';

/** The client's id: it names the log and the setting `jiaozhu.trace.server`. */
export const clientId = 'jiaozhu';
export const clientName = '校注 Jiaozhu';
