/** The records of a CSV text, by the grammar of RFC 4180 and nothing beside it. Throws where the text breaks it. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  const field = (): string => {
    if (text[at] !== '"') {
      const [plain = ''] = /^[^",\r\n]*/.exec(text.slice(at)) ?? [];
      at += plain.length;
      return plain;
    }
    let value = '';
    for (at += 1; ; at += 1) {
      if (at >= text.length) throw new Error('A quoted field does not end.');
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] !== '"') break;
      else {
        value += '"';
        at += 1;
      }
    }
    at += 1;
    return value;
  };
  while (at < text.length) {
    const record = [field()];
    while (text[at] === ',') {
      at += 1;
      record.push(field());
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`No line end at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    if (records[0] && record.length !== records[0].length) throw new Error('A record of another length.');
    records.push(record);
  }
  return records;
}
