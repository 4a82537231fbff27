/** Reads CSV as RFC 4180 defines it, strictly: what a reader of our files may rely on. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new SyntaxError('a quote is not closed');
        if (text[at] !== '"') cell += text.charAt(at);
        else if (text[at + 1] === '"') cell += text.charAt((at += 1));
        else break;
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/[,\r\n"]|$/) + at;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) throw new SyntaxError('the file ends within a record');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else {
      throw new SyntaxError(`neither a comma nor a line break follows ${JSON.stringify(cell)}`);
    }
  }
  return rows;
}

/** The records of a CSV text by the names in its header. */
export function recordsOf(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    if (row.length !== header.length) throw new SyntaxError(`a record has ${row.length} cells, not ${header.length}`);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  });
}
