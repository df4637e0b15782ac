import type { TextCause } from '../../diagnose/explain.ts';
import { findingId } from '../../findings/finding.ts';
import type { Language } from '../../messages/messages.ts';
import { message } from '../../messages/messages.ts';
import type { Explained } from '../explained.ts';
import { findingSentence, lookCommands, modeTitle, readyCommand, textCauseWords } from '../words.ts';
import { catalogueDigest, priorsDigest } from './document.ts';
import type { ExplanationDocument } from './explanation-schema.ts';

const CONFIRMED = 0.5;

/** An explanation as the contract has it. */
export function explanationDocument(explained: Explained, language: Language): ExplanationDocument {
  const { causes, findings, input, priors } = explained;
  return {
    schema: 'fleetmedic/explanation/v1',
    at: explained.at.toISOString(),
    lang: language,
    engine: explained.engine,
    catalogue: catalogueDigest(),
    priors: priorsDigest(priors),
    input,
    causes: causes.map((cause, index) => {
      const words = textCauseWords(language, cause);
      const ids = cause.findings.map(findingId);
      const first = cause.findings[0]?.subject;
      return {
        ...{ mode: cause.mode.id, variant: null, rank: index + 1, probability: cause.probability },
        ...{ confirmed: cause.probability >= CONFIRMED, severity: 'warning', since: null, over: null },
        change: null,
        component: first?.type === 'text' ? first : { type: 'text', line: 1, column: 1 },
        object: objectDocument(cause),
        ...{ title: words.title, summary: words.meaning, findings: ids, explains: ids },
        // What only a symptom speaks for is not repaired before somebody looked: `next` says how.
        immediate: cause.isSymptom ? [] : words.immediate,
        ...{ permanent: cause.isSymptom ? [] : words.permanent, verify: words.verify },
      };
    }),
    findings: findings.map((finding) => ({
      ...{ id: findingId(finding), state: finding.state, why: null, subject: finding.subject },
      ...{ title: findingSentence(language, finding), since: null, facts: {} },
      evidence: finding.evidence.map(({ source, at, quote }) => ({ source, at, quote })),
      lines: explained.counts.get(finding) ?? 1,
    })),
    unexplained: explained.unexplained.map(findingId),
    next: nextLooks(explained, language),
  };
}

function objectDocument({ object, isPassing, isShown }: TextCause) {
  const { context = null, namespace = null, kind = null, name = null } = object;
  const { pod = null, container = null, claim = null, node = null } = object;
  return {
    context,
    namespace,
    kind,
    name,
    pod,
    container,
    claim,
    node,
    mayBeStart: isPassing,
    inDocument: isShown,
  };
}

/** Where a text cannot tell: the roots beneath a surface, and the diagnosis of the cluster. */
function nextLooks({ causes, unexplained, object }: Explained, language: Language) {
  const isSymptom = causes.length === 0 ? unexplained.length > 0 : causes.every((cause) => cause.isSymptom);
  const symptom = isSymptom ? lookCommands(causes[0]?.object ?? object) : [];
  const ready = causes.filter(({ isPassing }) => isPassing).map(({ object }) => readyCommand(object)[0]);
  const beneath = causes
    .filter(({ isSurface }) => isSurface)
    .flatMap(({ mode }) => mode.beneath ?? [])
    .map((id) => message(language, 'explain.look', { mode: id, title: modeTitle(language, id) }));
  return [...new Set([...symptom, ...ready, ...beneath, message(language, 'explain.look.diagnose')])].map(
    (look) => ({
      look,
      gain: null,
    }),
  );
}
