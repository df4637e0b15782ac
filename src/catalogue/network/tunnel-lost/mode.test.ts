import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/tunnel-lost', {
  says: [
    'E0127 10:30:00.123456    1234 portforward.go:400] an error occurred forwarding 9090 -> 9090: error forwarding port 9090 to pod abc, uid : exit status 1',
    'error: lost connection to pod',
    'E1121 07:11:22.022  99 portforward.go:424] "Unhandled Error" err="error copying from local connection to remote stream: writeto tcp4 127.0.0.1:9090->127.0.0.1:51111: read: connection reset by peer"',
    'client_loop: send disconnect: Broken pipe',
    'error: unable to listen on any of the requested ports: [{9090 9090}]',
  ],
  not: {
    'Handling connection for 9090': null,
    'Forwarding from 127.0.0.1:9090 -> 9090': null,
  },
});
