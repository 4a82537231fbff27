/** One way of reading the ledger into a program, in as few lines as it takes. */
export interface Access {
  readonly title: string;
  readonly code: string;
}

/** The same table, contested events in Kabul, in the three ways most readers use. */
export function accessFrom(origin: string): Access[] {
  const url = `${origin}/events.csv?place=kabul&status=contested`;
  return [
    { title: 'Shell', code: `curl -fsS '${url}' -o events.csv` },
    { title: 'R', code: `events <- read.csv("${url}")` },
    { title: 'Python', code: `import pandas as pd\nevents = pd.read_csv("${url}")` },
  ];
}
