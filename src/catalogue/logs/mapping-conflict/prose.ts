import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Index mapping refuses documents',
    summary: 'The mapping of an index refuses documents of {name}: {words}',
    meaning:
      'The first document decides the type of a field; later ones with another type (text where an object was, labels app and app.kubernetes.io/name) are refused, as are new fields beyond the limit. The field _type is refused since OpenSearch 2.',
    impact: 'Only the refused documents are lost; they are not seen anywhere.',
    prevention:
      'Map fields by an index template, keep labels flat, and bound what applications log as fields.',
    steps: {
      'see-field': 'Read the field and the type that are named (Trace_Error On shows the answer of the bulk)',
      'see-mapping': 'See the type that the index has for it',
      'mend-document':
        'Replace_Dots On for labels with dots, Suppress_Type_Name On for _type, or change or drop the field by a filter; a new type holds from the next index on',
      template:
        'An index template with flat_object (or flattened) for labels, and dynamic: false beyond known fields',
      'sent-again': 'No new mapping error in the log',
    },
  },
  ko: {
    title: '인덱스 매핑 충돌',
    summary: '인덱스 매핑이 문서를 거부합니다: {name} ({words})',
    meaning:
      '필드 타입은 첫 문서로 정해집니다. 이후 타입이 다른 문서(객체 자리에 문자열, app과 app.kubernetes.io/name 레이블 등)나 필드 수 한도를 넘는 문서는 거부됩니다. OpenSearch 2부터 _type 필드도 거부됩니다.',
    impact: '거부된 문서만 유실되며 어디에도 보이지 않습니다.',
    prevention:
      '인덱스 템플릿으로 필드를 매핑하고, 레이블은 평탄하게 저장하고, 애플리케이션이 남기는 필드 수를 제한합니다.',
    steps: {
      'see-field': '필드와 타입 확인 (Trace_Error On이면 bulk 응답이 로그에 남음)',
      'see-mapping': '인덱스에 저장된 필드 타입 확인',
      'mend-document':
        '점이 있는 레이블은 Replace_Dots On, _type은 Suppress_Type_Name On, 또는 필터로 필드 변경이나 제거. 새 타입은 다음 인덱스부터 적용',
      template: '레이블은 flat_object(또는 flattened), 그 외 필드는 dynamic: false로 둔 인덱스 템플릿 사용',
      'sent-again': '로그에 매핑 오류가 더 없는지 확인',
    },
  },
});
