import './ui/theme.css';
import { startApp } from './app';

void startApp(document.body);
