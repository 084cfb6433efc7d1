import './ui/theme.css';
import { startApp } from './app';

startApp(document.body);
