import { Problem } from './problem.ts';

/**
 * Waits for an answer for so many milliseconds.
 * @throws Problem `timeout` when it takes longer; the work itself goes on, its outcome unheard.
 */
export async function within(milliseconds: number, answer: Response | Promise<Response>): Promise<Response> {
  if (answer instanceof Response) return answer;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Problem('timeout', 'The answer took too long. Narrow the filters, or try again.'));
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
