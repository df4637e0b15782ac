import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Database of Grafana unavailable',
    summary: 'Grafana {name} cannot use its database: {words}',
    meaning:
      'Grafana keeps users, dashboards and sessions in a database. It is not there, does not answer, refuses the user, has no free connection, or its file cannot be opened.',
    impact:
      'Grafana does not start, or answers /api/health with 503; nobody can log in. Collection, storage and Alertmanager go on.',
    prevention:
      'Watch the database apart from Grafana, bound its connections, and keep dashboards and datasources as code so that a new database is filled by provisioning.',
    steps: {
      'see-log': 'Read which host, user and database it tries, and what the database answers',
      'see-settings':
        'Compare with the settings: GF_DATABASE_* variables or the database section of grafana.ini, and the Secret that holds the password',
      'mend-database':
        'Bring the database back (pod, Service, network, password, free connections). Do not switch to SQLite instead: it starts empty',
      'watch-database': 'Alert on the database itself and on /api/health',
      'health-ok': '/api/health answers "database": "ok"',
    },
  },
  ko: {
    title: 'Grafana 데이터베이스 사용 불가',
    summary: 'Grafana가 데이터베이스를 사용할 수 없습니다: {name} ({words})',
    meaning:
      'Grafana는 사용자, 대시보드, 세션을 데이터베이스에 저장합니다. 데이터베이스가 없거나, 응답하지 않거나, 계정을 거부하거나, 연결 수가 찼거나, 파일을 열 수 없는 상태입니다.',
    impact:
      'Grafana가 시작되지 않거나 /api/health가 503을 반환하고 로그인할 수 없습니다. 수집, 저장, Alertmanager는 계속 동작합니다.',
    prevention:
      '데이터베이스를 별도로 감시하고 연결 수를 제한합니다. 대시보드와 데이터소스는 코드로 관리해 새 데이터베이스에서도 프로비저닝되게 합니다.',
    steps: {
      'see-log': '접속 대상 호스트, 계정, 데이터베이스와 응답 확인',
      'see-settings':
        '설정과 비교: GF_DATABASE_* 환경 변수 또는 grafana.ini의 database 섹션, 비밀번호 Secret',
      'mend-database':
        '데이터베이스 복구 (파드, Service, 네트워크, 비밀번호, 연결 수). SQLite로 바꾸면 빈 상태로 시작하므로 피할 것',
      'watch-database': '데이터베이스와 /api/health에 알람 설정',
      'health-ok': '/api/health 응답의 database 값이 ok인지 확인',
    },
  },
});
