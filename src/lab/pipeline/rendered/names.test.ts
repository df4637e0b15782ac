import { expect, it } from 'vitest';
import { RECEIVE_SERVICE } from '../../../fleet/file/resolve.ts';
import { NAMES, OPERATED, PORTS } from '../../../platform/names.ts';
import { labNames } from '../names.ts';
import { RENDERED, RENDERED_PORTS, renderedNames } from './names.ts';

it('names of rendered parts are those that the platform gives', () => {
  expect(RENDERED).toEqual({
    agent: NAMES.agent,
    remoteWrite: RECEIVE_SERVICE,
    router: NAMES.receiveRouter,
    receive: NAMES.receive,
    operator: NAMES.operator,
    alertmanager: OPERATED.alertmanager,
    alertmanagerResource: NAMES.alertmanager,
    alertmanagerConfig: 'alertmanager-config',
    ruler: OPERATED.ruler,
    rulerResource: NAMES.ruler,
    queryFrontend: NAMES.queryFrontend,
    memcached: NAMES.memcached,
  });
  expect(RENDERED_PORTS).toEqual({
    thanos: PORTS.http,
    alertmanager: PORTS.alertmanager,
    operator: PORTS.operator,
  });
  const { namespaces, workloads, services, ports } = renderedNames(labNames(7, 2));
  expect(workloads.agent).toBe(OPERATED.agent);
  expect(services.query).toBe(NAMES.query);
  expect(ports.agent).toBe(PORTS.prometheus);
  expect(namespaces.agent).toBe(namespaces.pipeline);
});
