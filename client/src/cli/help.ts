import { agreementHelp } from './agreement/agreement-help.ts';
import type { CommandName } from './command-line.ts';
import { exchangeHelp } from './exchange/exchange-help.ts';
import type { Language } from './messages.ts';

/** How the command is used, or one of its commands. */
export function helpOn(command: CommandName | undefined, language: Language): string {
  return pages[language][command ?? 'jiaozhu'];
}

const english: Readonly<Record<CommandName | 'jiaozhu', string>> = {
  ...exchangeHelp.en,
  ...agreementHelp.en,
  jiaozhu: `Cleans Chinese diplomatic texts, and tells their structure and the treaties that they cite.

Usage: jiaozhu COMMAND [OPTIONS] FILE…

Commands:
  clean         print the text cleaned, or clean the file in place
  lint          list what printing, extraction and OCR did to texts
  outline       tell the parts of a text: title, sections, items, paragraphs
  references    list the mentions of treaties and other instruments
  merge         merge what two people did to a file of tags, by itself or for Git
  export        write documents with their tags for other tools
  import        take tags from other tools
  convert       bring files from one tool’s format to another’s
  agreement     tell how far annotators agree
  help COMMAND  tell the options of a command

Options:
  --locale LOCALE  language of messages: en or zh-cn (default: LC_ALL, LC_MESSAGES or LANG)
  -h, --help       show this help
  -v, --version    show the version

A FILE is text in UTF-8, GB 18030, Big5 or UTF-16; - stands for standard input. clean and lint
also take folders and patterns such as '**/*.txt'. Nothing is sent anywhere.
Exit codes: 0 nothing to report; 1 findings at warning or above (lint), files that would change
(clean --check), tags that both sides changed differently (merge); 2 something could not be done.
`,
  clean: `Prints the text of a file cleaned: lines joined, stray spaces gone; or cleans files in place.

Usage: jiaozhu clean [OPTIONS] FILE
       jiaozhu clean --write|--check [OPTIONS] FILE|FOLDER|PATTERN…

Only what is safe is applied. Spans tagged “as printed” (sic) in FILE.annotations.json or
FILE.NAME.annotations.json stay as they are. BOM, line ends and encoding are kept. A FOLDER
stands for the statements in it; see the page about the command.

Options:
  --write            clean the files in place; their tags move with the text
  --check            only tell which files would change; exit code 1 if any would
  --rule RULE=LEVEL  off: leave alone what this rule finds; may be repeated
  --profile PROFILE  where the texts come from: auto (default), newspaper, ocr or digital
  --digit-spacing N  spaces between numbers and Chinese characters: none (default) or one
  --year-dash DASH   the dash between two years: — (default) － – ～ -
  --encoding NAME    what the files are in: utf-8, gb18030, big5, utf-16le or utf-16be
                     (default: as each tells by itself)
  --to NAME          convert to this encoding
  --locale LOCALE    language of messages: en or zh-cn
`,
  lint: `Lists what printing, extraction and OCR did to texts.

Usage: jiaozhu lint [OPTIONS] FILE|FOLDER|PATTERN…

Spans tagged “as printed” (sic) in FILE.annotations.json or FILE.NAME.annotations.json are not
reported. A FOLDER stands for the statements in it; see the page about the command.

Options:
  --format FORMAT     text (default): file:line:column: level: message [rule];
                      json: an array of {file, rule, class, level, start, end, line, column,
                      message, edits: [{start, end, text}]};
                      sarif: a SARIF 2.1.0 log
  --rule RULE=LEVEL   report a rule as off, hint, information, warning, error or default;
                      may be repeated
  --profile PROFILE   where the texts come from: auto (default), newspaper, ocr or digital
  --digit-spacing N   spaces between numbers and Chinese characters: none (default) or one
  --year-dash DASH    the dash between two years: — (default) － – ～ -
  --encoding NAME     what the files are in: utf-8, gb18030, big5, utf-16le or utf-16be
                      (default: as each tells by itself)
  --locale LOCALE     language of messages: en or zh-cn

Offsets count UTF-16 code units of the raw file from 0, the end excluded; lines and columns
count from 1. Exit code 1: something was found at the level warning or above; 2: a file could
not be read.
`,
  outline: `Tells the parts of a text: title, preamble, sections, articles, items, paragraphs, closing.

Usage: jiaozhu outline [OPTIONS] FILE

Options:
  --json           the whole tree, down to sentences, as one node {kind, label, start, end, children}
  --encoding NAME  what the file is in: utf-8, gb18030, big5, utf-16le or utf-16be
  --locale LOCALE  language of messages: en or zh-cn

Offsets count UTF-16 code units of the raw file from 0, the end excluded.
`,
  references: `Lists the mentions of treaties and other instruments in a text, or the instruments cited.

Usage: jiaozhu references [OPTIONS] FILE

Options:
  --json           an array of {start, end, text, form, instrument, candidates}
  --format FORMAT  the instruments, each once: csv, bibtex or csl-json
  --bom            begin the CSV with a byte order mark, so that Excel reads the Chinese
  --encoding NAME  what the file is in: utf-8, gb18030, big5, utf-16le or utf-16be
  --locale LOCALE  language of messages: en or zh-cn

The form is full, parallel, defined-short, undefined-short, anaphor, self or unbracketed. The
instrument is its id in the registry; where it is not known, or several fit equally well
(candidates), it is null in JSON and marked ? in the table. A mention of several at once
(上述两公约) has their ids or titles as members, joined by + in the table.
Offsets count UTF-16 code units of the raw file from 0, the end excluded.
`,
  merge: `Merges what two people did to a file of tags (FILE.annotations.json), tag by tag.

Usage: jiaozhu merge [OPTIONS] BASE OURS THEIRS
       jiaozhu merge [OPTIONS] FILE
       jiaozhu merge --install

BASE is the file as it was before, OURS and THEIRS are as two people left it; the result takes
the place of OURS. FILE has the conflict markers (<<<<<<<) of a merge that is not done; its two
sides are merged. No tag is lost: what one added is there; what one removed goes, unless the
other changed it; where both changed the same of a tag, the later change counts and the other
is kept in its note, behind ⚠. If one of them corrected the text, tags of the other are found
again by their words.

Options:
  --document FILE  the document that the tags are on, or the path of its file of tags (a merge
                   driver’s %P); default: told by the name
  --output FILE    write here instead
  --install        make Git merge files of tags in this repository by this command: writes its
                   configuration and .gitattributes
  --locale LOCALE  language of messages: en or zh-cn

Exit code 1: merged, and something was changed on both sides in different ways; 2: a file could
not be read, and nothing was written.
`,
};

const chinese: typeof english = {
  ...exchangeHelp.zh,
  ...agreementHelp.zh,
  jiaozhu: `清理中文外交文书，并列出其结构和所提及的条约。

用法：jiaozhu 命令 [选项] 文件…

命令：
  clean         输出清理后的文本，或就地清理文件
  lint          列出印刷、提取和识别给文本造成的问题
  outline       列出文书的各部分：标题、节、分项、段落
  references    列出文中提及的条约和其他文书
  merge         合并两人对同一标注文件的改动，可单独使用，也可由 Git 调用
  export        将文书及其标注导出给其他工具
  import        从其他工具导入标注
  convert       将一种工具的格式转换为另一种
  agreement     说明标注者之间的一致程度
  help 命令     显示某一命令的选项

选项：
  --locale 语言  消息的语言：en 或 zh-cn（默认依 LC_ALL、LC_MESSAGES 或 LANG）
  -h, --help     显示本说明
  -v, --version  显示版本

文件为 UTF-8、GB 18030、Big5 或 UTF-16 文本；- 表示标准输入。clean 和 lint 还接受文件夹和
“**/*.txt”之类的模式。不向任何地方发送数据。
退出码：0 没有问题；1 有警告以上的问题（lint）、会有改动的文件（clean --check）或两边改法不同的标注
（merge）；2 有未能完成之事。
`,
  clean: `输出清理后的文本（合并断行，去除多余空白），或就地清理文件。

用法：jiaozhu clean [选项] 文件
      jiaozhu clean --write|--check [选项] 文件|文件夹|模式…

只作可靠的修正。“文件.annotations.json”或“文件.名字.annotations.json”中标注为“原文如此”（sic）
之处保持不变。BOM、行尾符和编码保留原样。文件夹指其中的文书，详见命令说明。

选项：
  --write           就地清理；标注随文字移动
  --check           只列出会有改动的文件；有则退出码为 1
  --rule 规则=级别  off：不动此规则所发现之处；可重复使用
  --profile 来源    文本来源：auto（默认，自动判断）、newspaper（报纸）、ocr（识别）或 digital（电子文本）
  --digit-spacing 值  数字与汉字之间的空格：none（默认，无）或 one（一个）
  --year-dash 线    两个年份之间的连接号：—（默认） － – ～ -
  --encoding 名称   文件的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be（默认自动识别）
  --to 名称         转换为此编码
  --locale 语言     消息的语言：en 或 zh-cn
`,
  lint: `列出印刷、提取和识别给文本造成的问题。

用法：jiaozhu lint [选项] 文件|文件夹|模式…

“文件.annotations.json”或“文件.名字.annotations.json”中标注为“原文如此”（sic）之处不报告。
文件夹指其中的文书，详见命令说明。

选项：
  --format 格式       text（默认）：文件:行:列: 级别: 说明 [规则]；
                      json：数组，元素为 {file, rule, class, level, start, end, line, column,
                      message, edits: [{start, end, text}]}；
                      sarif：SARIF 2.1.0 日志
  --rule 规则=级别    规则的级别：off、hint、information、warning、error 或 default；可重复使用
  --profile 来源      文本来源：auto（默认，自动判断）、newspaper（报纸）、ocr（识别）或 digital（电子文本）
  --digit-spacing 值  数字与汉字之间的空格：none（默认，无）或 one（一个）
  --year-dash 线      两个年份之间的连接号：—（默认） － – ～ -
  --encoding 名称     文件的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be（默认自动识别）
  --locale 语言       消息的语言：en 或 zh-cn

位置以原始文件的 UTF-16 码元计，从 0 起，不含末位；行、列从 1 起。
退出码 1：有警告以上的问题；2：有文件无法读取。
`,
  outline: `列出文书的各部分：标题、序言、节、条、分项、段落、结尾。

用法：jiaozhu outline [选项] 文件

选项：
  --json         整棵树，直至句子，为一个节点 {kind, label, start, end, children}
  --encoding 名称  文件的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be
  --locale 语言  消息的语言：en 或 zh-cn

位置以原始文件的 UTF-16 码元计，从 0 起，不含末位。
`,
  references: `列出文中提及的条约和其他文书之处，或所引的文书。

用法：jiaozhu references [选项] 文件

选项：
  --json         数组，元素为 {start, end, text, form, instrument, candidates}
  --format 格式  所引文书，每件一条：csv、bibtex 或 csl-json
  --bom          CSV 以字节顺序标记开头，使 Excel 正确显示中文
  --encoding 名称  文件的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be
  --locale 语言  消息的语言：en 或 zh-cn

form 为 full、parallel、defined-short、undefined-short、anaphor、self 或 unbracketed。
instrument 为文书库中的标识；未能确定或有几份同样相符（candidates）时，JSON 中为 null，
表中标以 ?。同时指几份文书时（上述两公约），members 为其标识或名称，表中以 + 相连。
位置以原始文件的 UTF-16 码元计，从 0 起，不含末位。
`,
  merge: `合并两人对同一标注文件（文件.annotations.json）的改动，逐个标注合并。

用法：jiaozhu merge [选项] BASE OURS THEIRS
      jiaozhu merge [选项] 文件
      jiaozhu merge --install

BASE 为改动之前的文件，OURS 和 THEIRS 为两人各自改动之后的文件；结果取代 OURS。“文件”为含有未完成
合并之冲突标记（<<<<<<<）的文件，其两边将合并。不会丢失任何标注：一人新增的都在；一人删除的即删除，
除非另一人作了更改；两人更改了同一标注的同一内容时，采用较晚的更改，另一个保留在备注中，以 ⚠ 开头。
如其中一人修改了文本，另一人的标注按文字重新定位。

选项：
  --document 文件  标注所在的文书，或其标注文件的路径（合并驱动的 %P）；默认依文件名判断
  --output 文件    写入此文件
  --install        使此仓库中的 Git 用本命令合并标注文件：写入其配置和 .gitattributes
  --locale 语言    消息的语言：en 或 zh-cn

退出码 1：已合并，但有两边改法不同之处；2：有文件无法读取，未写入任何内容。
`,
};

const pages: Readonly<Record<Language, typeof english>> = { en: english, zh: chinese };
