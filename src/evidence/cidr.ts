/** Whether an address lies in a range, of either version of IP; what is no range contains nothing. */
export function contains(cidr: string, address: string): boolean {
  const slash = cidr.indexOf('/');
  const network = bitsOf(cidr.slice(0, Math.max(0, slash)));
  const own = bitsOf(address);
  const length = cidr.slice(slash + 1);
  if (!network || !own || network.length !== own.length || !/^\d{1,3}$/.test(length)) return false;
  const size = Number(length);
  return size <= own.length && network.slice(0, size) === own.slice(0, size);
}

/** An address as a text of zeros and ones; `null` if it is none. */
function bitsOf(address: string): string | null {
  return address.includes(':') ? bitsOfSix(address) : bitsOfFour(address);
}

function bitsOfFour(address: string): string | null {
  const parts = address.split('.');
  const isOne = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isOne ? parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('') : null;
}

function bitsOfSix(address: string): string | null {
  const halves = address.split('::');
  if (address.length > 45 || halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return null;
  return groups.map((part) => Number.parseInt(part, 16).toString(2).padStart(16, '0')).join('');
}
