export class Widget {}
