/**
 * Reads an answer's body up to one MiB of decoded bytes, so that an endless one or a bomb stops there.
 * Knows nothing of JSON.
 */

export const maxBodyBytes = 1_048_576;

/** The body as text. Throws where it is longer than the cap or breaks off. */
export const readCapped = async (response: Response): Promise<string> => {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBodyBytes) {
      void reader.cancel().catch(() => undefined);
      throw new RangeError('The answer is longer than 1 MiB');
    }
    text += decoder.decode(value, { stream: true });
  }
};
