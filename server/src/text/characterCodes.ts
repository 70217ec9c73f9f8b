const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The UTF-16 codes of a text. A loop over all of its characters takes a third of the time that it takes on the string, where
 * each look asks again what sort of string it is.
 */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  if (isLittleEndian) Buffer.from(codes.buffer).write(text, 'utf16le');
  else for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}
