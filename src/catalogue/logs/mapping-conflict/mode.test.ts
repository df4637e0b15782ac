import { describeTexts } from '../../texts.testing.ts';

describeTexts('logs/mapping-conflict', {
  says: [
    '{"error":{"type":"mapper_parsing_exception","reason":"object mapping for [kubernetes.labels.app] tried to parse field [app] as object, but found a concrete value"},"status":400}',
    '{"type":"document_parsing_exception","reason":"[1:203] failed to parse field [level] of type [long] in document with id \'x\'"}',
    '{"type":"illegal_argument_exception","reason":"Limit of total fields [1000] has been exceeded while adding new fields [3]"}',
    '{"type":"illegal_argument_exception","reason":"mapper [status] cannot be changed from type [long] to [text]"}',
    '{"type":"illegal_argument_exception","reason":"Action/metadata line [1] contains an unknown parameter [_type]"}',
    '[2026-11-21T10:00:00,000][DEBUG][o.o.a.b.TransportShardBulkAction] [node] org.opensearch.index.mapper.MapperParsingException: failed to parse',
  ],
  not: {
    '[2026-11-21T10:00:00,000][INFO ][o.o.c.m.MetadataMappingService] [node] [logs-2026] update_mapping [_doc]':
      null,
  },
});
