import { leaves, mends, pointsAt } from './example.ts';

mends('straight-quote', 'likely', {
  '建设"丝绸之路"经济带': '建设“丝绸之路”经济带',
  '建设＂丝绸之路＂经济带': '建设“丝绸之路”经济带',
  '建设“丝绸之路"经济带': '建设“丝绸之路”经济带',
  '建设"丝绸之路”经济带': '建设“丝绸之路”经济带',
  '"丝绸之路"和"琥珀之路"': '“丝绸之路”和“琥珀之路”',
  "建设'丝绸之路'经济带": '建设‘丝绸之路’经济带',
});

pointsAt('straight-quote', {
  '建设"丝绸之路经济带': ['"'],
  '建设"丝绸之路"和"琥珀之路经济带': ['"'],
  '双方同意"，建设"丝绸之路': ['"'],
});

leaves('straight-quote', [
  '建设“丝绸之路”经济带',
  'the "Silk Road" and the "Amber Road"',
  "the two sides' agreement and People's Republic",
  `北纬38°27'30"，东经126°40'00"`,
  '屏幕为6"和7"两种',
]);
