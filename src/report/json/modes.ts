import type { Mode } from '../../catalogue/mode.ts';
import { FINDING_TYPES } from '../../findings/types.generated.ts';
import type { Language } from '../../messages/messages.ts';
import { generalWords } from '../words.ts';
import type { ModeDocument, ModesDocument } from './contracts.ts';

/** The catalogue as data: one row a mode. */
export function modesDocument(modes: readonly Mode[], language: Language): ModesDocument {
  return {
    schema: 'fleetmedic/modes/v1',
    lang: language,
    modes: modes.map((mode) => {
      const { title, meaning } = generalWords(language, mode);
      return { id: mode.id, level: mode.level, basis: mode.basis, title, meaning };
    }),
  };
}

/** All of one mode. */
export function modeDocument(mode: Mode, language: Language): ModeDocument {
  const words = generalWords(language, mode);
  const texts = mode.signs
    .filter(({ speaks }) => speaks)
    .flatMap(({ finding }) => FINDING_TYPES[finding].texts?.lines ?? [])
    .map(({ has, lacks = [], source }) => ({ has: [...has], lacks: [...lacks], source }));
  return {
    ...{ schema: 'fleetmedic/mode/v1', lang: language, id: mode.id, level: mode.level, basis: mode.basis },
    ...{ beneath: [...(mode.beneath ?? [])], ...words, texts },
  };
}
