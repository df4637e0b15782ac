import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, visible, withoutUnseen } from './terminal.ts';

const [ESC, BEL, ST] = ['\u001b', '\u0007', '\u001b\\'];

describe('clean', () => {
  it.each([
    ['a title', `a${ESC}]0;evil${BEL}b`, 'a�b'],
    ['a title with ST', `a${ESC}]2;evil${ST}b`, 'a�b'],
    ['a title in C1', 'a\u009d0;evil\u009cb', 'a�b'],
    ['a link', `${ESC}]8;;http://evil${ST}here${ESC}]8;;${ST}`, '�here�'],
    ['the clipboard', `${ESC}]52;c;ZXZpbA==${BEL}`, '�'],
    ['a body that was cut off', `a ${ESC}]0;evil\nb`, 'a �\nb'],
    ['DCS', `a${ESC}P1$r evil${BEL}evil${ST}b`, 'a�b'],
    ['APC', `a${ESC}_evil${ST}b`, 'a�b'],
    ['PM', `a${ESC}^evil${ST}b`, 'a�b'],
    ['SOS', `a${ESC}Xevil${ST}b`, 'a�b'],
    ['C1 strings', 'a\u0090evil\u009cb\u009eevil\u009cc\u009fevil\u009cd\u0098evil\u009ce', 'a�b�c�d�e'],
    ['one in another', `${ESC}]0;a${ESC}Pb${ST}c`, '��c'],
    ['colours', `${ESC}[1;31mred${ESC}[0m`, '�red�'],
    ['half a colour', `red${ESC}[31`, 'red�'],
    ['a private mode', `${ESC}[?1049h\u009b2J`, '��2J'],
    ['Korean in the wrong encoding', Buffer.from('오류: 실패').toString('latin1'), 'ì�¤ë¥�: ì�¤í�¨'],
    ['a C1 string without an end', 'a\u0090b\u009dc: out of order', 'a�b�c: out of order'],
    ['a character set, a reset', `${ESC}(Ba${ESC}cb`, '�a�b'],
    ['a bare escape', `a${ESC}`, 'a�'],
    ['other controls', 'a\u0000b\rc\u0085d\u007f', 'a�b�c�d�'],
    ['zero width', 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u180eh', 'a�b�c�d�e�f�g�h'],
    ['bidi', 'a\u202eb\u2066c\u200ed\u200fe\u061cf', 'a�b�c�d�e�f'],
    ['Hangul fillers', 'a\u3164b\u115fc\uffa0', 'a�b�c�'],
    ['tags and selectors', 'a\u{e0041}b\ufe0f\u{e0100}', 'a�b��'],
    ['separators of lines', 'a\u2028b\u2029', 'a�b�'],
    ['half a pair', 'a\ud800b', 'a�b'],
    ['tabs and lines', 'a\tb\nc', 'a b\nc'],
    ['what is read', '수집 실패: é – “x” 😀 → ≥ 1', '수집 실패: é – “x” 😀 → ≥ 1'],
  ])('%s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('leaves nothing that a terminal obeys, whatever it is given', () => {
    const unit = fc.constantFrom(...'ab;[]P\\^_X? \n\t', ESC, BEL, '\u009d', '\u009c', '\u0090', '\u200b');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        expect(clean(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b]/);
        expect(clean(clean(text))).toBe(clean(text));
        // What stands in no sequence stays, so that no line is lost.
        expect(clean(text).split('\n').length).toBe(text.split('\n').length);
      }),
    );
  });

  it.each([
    ESC,
    `${ESC}]`,
    `${ESC}[`,
    `${ESC}P`,
    `${ESC}[0`,
    `${ESC} `,
    '\u009d',
    '\u0090x',
    `\u009dx${ESC}`,
  ])('is linear: a million characters of %j', (piece) => {
    const steps = (count: number) => {
      const started = performance.now();
      withoutUnseen(piece.repeat(count / piece.length), '');
      return performance.now() - started;
    };
    steps(100_000);
    // Quadratic work would take hours.
    expect(steps(1_000_000)).toBeLessThan(5000);
  });
});

describe('visible', () => {
  it('says the same in JSON', () => {
    const value = { text: `한 ${ESC}]0;x${BEL} \u009b \u200b \u202e \u{e0041} \ufeff`, tab: '\t' };
    const json = visible(JSON.stringify(value, null, 2));
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toMatch(/^[\n -~가-힣]*$/);
  });
});
