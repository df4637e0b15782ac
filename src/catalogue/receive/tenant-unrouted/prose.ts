import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No hashring takes the tenant',
    summary: '{kind} {name}: tenant {tenant} is in no hashring.',
    meaning:
      'Each hashring may name the tenants that it takes. A tenant that none names, where no hashring is open to all, has nowhere to go: a new team, a typo in the tenant header, or a header that is not sent.',
    impact: 'Every write of this tenant is refused with 500 and retried; its other tenants are not touched.',
    prevention:
      'Keep a last hashring without tenants as the default, or create tenants from one list for writers and hashring.',
    steps: {
      'see-tenant':
        'See which tenant arrives: the header of --receive.tenant-header, or --receive.default-tenant-id where none is sent',
      'add-tenant':
        'Add the tenant to a hashring, or correct the header of the writer; Receive reads the file again by itself',
      'default-ring': 'Put a hashring without tenants last: it takes all others',
    },
  },
  ko: {
    title: '테넌트에 해당하는 해시링 없음',
    summary: '{kind} {name}: 테넌트 {tenant}, 해당하는 해시링 없음',
    meaning:
      '해시링마다 받을 테넌트를 지정할 수 있습니다. 어느 해시링에도 없고 모두를 받는 해시링도 없으면 그 테넌트는 갈 곳이 없습니다. 새 팀이거나, 테넌트 헤더 오타이거나, 헤더를 보내지 않은 경우입니다.',
    impact: '해당 테넌트의 모든 쓰기가 500으로 거부되고 재시도됩니다. 다른 테넌트에는 영향이 없습니다.',
    prevention:
      '테넌트를 지정하지 않은 해시링을 마지막에 두거나, 쓰는 쪽과 해시링의 테넌트를 하나의 목록에서 생성합니다.',
    steps: {
      'see-tenant':
        '들어오는 테넌트 확인: --receive.tenant-header 헤더, 없으면 --receive.default-tenant-id 값',
      'add-tenant': '해시링에 테넌트를 추가하거나 쓰는 쪽 헤더 수정. Receive가 파일을 자동으로 다시 읽음',
      'default-ring': '테넌트를 지정하지 않은 해시링을 마지막에 추가 (나머지를 모두 받음)',
    },
  },
});
