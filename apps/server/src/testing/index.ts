export { ADMINISTRATOR, ORDERS, type RealServer, realServer, setUp, upload } from './real-server.ts';
