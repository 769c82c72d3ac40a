// What Python 3.10 to 3.13 have, as scripts/python-library.py writes it. Behind a `|`: in some of them only.

/** Public names of the modules; `*` where they depend on the platform. A `?` marks modules of some versions only. */
export const MODULE_NAMES: Readonly<Record<string, string>> = {
  __future__:
    'CO_FUTURE_ABSOLUTE_IMPORT CO_FUTURE_ANNOTATIONS CO_FUTURE_BARRY_AS_BDFL CO_FUTURE_DIVISION CO_FUTURE_GENERATOR_STOP CO_FUTURE_PRINT_FUNCTION CO_FUTURE_UNICODE_LITERALS CO_FUTURE_WITH_STATEMENT CO_GENERATOR_ALLOWED CO_NESTED absolute_import all_feature_names annotations barry_as_FLUFL division generator_stop generators nested_scopes print_function unicode_literals with_statement',
  abc: 'ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token update_abstractmethods',
  aifc: '?|Aifc_read Aifc_write Chunk Error builtins namedtuple open struct warnings',
  argparse:
    'Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError BooleanOptionalAction FileType HelpFormatter MetavarTypeHelpFormatter Namespace ONE_OR_MORE OPTIONAL PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS ZERO_OR_MORE ngettext|warnings',
  array: 'ArrayType array typecodes',
  ast: 'AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign AugLoad AugStore Await BinOp BitAnd BitOr BitXor BoolOp Break Call ClassDef Compare Constant Continue Del Delete Dict DictComp Div Eq ExceptHandler Expr Expression ExtSlice FloorDiv For FormattedValue FunctionDef FunctionType GeneratorExp Global Gt GtE If IfExp Import ImportFrom In Index IntEnum Interactive Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult Match MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar MatchValue Mod Module Mult Name NamedExpr NodeTransformer NodeVisitor Nonlocal Not NotEq NotIn Or Param Pass Pow PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_TYPE_COMMENTS RShift Raise Return Set SetComp Slice Starred Store Sub Subscript Suite Try Tuple TypeIgnore UAdd USub UnaryOp While With Yield YieldFrom alias arg arguments auto boolop cmpop comprehension contextmanager copy_location dump excepthandler expr expr_context fix_missing_locations get_docstring get_source_segment increment_lineno iter_child_nodes iter_fields keyword literal_eval main match_case mod nullcontext operator parse pattern slice stmt sys type_ignore unaryop unparse walk withitem|Bytes Ellipsis NameConstant Num ParamSpec PyCF_OPTIMIZED_AST Str TryStar TypeAlias TypeVar TypeVarTuple re type_param',
  asynchat: '?|async_chat asyncore deque find_prefix_at_end simple_producer warn',
  asyncio: '*',
  'asyncio.base_events': '*',
  'asyncio.base_futures': '*',
  'asyncio.base_subprocess': '*',
  'asyncio.base_tasks': '*',
  'asyncio.constants': '*',
  'asyncio.coroutines': '*',
  'asyncio.events': '*',
  'asyncio.exceptions': '*',
  'asyncio.format_helpers': '*',
  'asyncio.futures': '*',
  'asyncio.locks': '*',
  'asyncio.log': '*',
  'asyncio.mixins': '*',
  'asyncio.proactor_events': '*',
  'asyncio.protocols': '*',
  'asyncio.queues': '*',
  'asyncio.runners': '*',
  'asyncio.selector_events': '*',
  'asyncio.sslproto': '*',
  'asyncio.staggered': '*',
  'asyncio.streams': '*',
  'asyncio.subprocess': '*',
  'asyncio.taskgroups': '?*',
  'asyncio.tasks': '*',
  'asyncio.threads': '*',
  'asyncio.timeouts': '?*',
  'asyncio.transports': '*',
  'asyncio.trsock': '*',
  'asyncio.unix_events': '*',
  'asyncio.windows_events': '*',
  'asyncio.windows_utils': '*',
  asyncore:
    '?|EAGAIN EALREADY EBADF ECONNABORTED ECONNRESET EINPROGRESS EINVAL EISCONN ENOTCONN EPIPE ESHUTDOWN EWOULDBLOCK ExitNow close_all compact_traceback dispatcher dispatcher_with_send errorcode file_dispatcher file_wrapper loop os poll poll2 poll3 read readwrite select socket socket_map sys time warnings write',
  atexit: 'register unregister',
  audioop:
    '?|add adpcm2lin alaw2lin avg avgpp bias byteswap cross error findfactor findfit findmax getsample lin2adpcm lin2alaw lin2lin lin2ulaw max maxpp minmax mul ratecv reverse rms tomono tostereo ulaw2lin',
  base64:
    'MAXBINSIZE MAXLINESIZE a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode b64encode b85decode b85encode binascii bytes_types decode decodebytes encode encodebytes main re standard_b64decode standard_b64encode struct urlsafe_b64decode urlsafe_b64encode|test z85decode z85encode',
  bdb: 'Bdb BdbQuit Breakpoint CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR GENERATOR_AND_COROUTINE_FLAGS Tdb bar checkfuncname effective fnmatch foo os set_trace sys test',
  binascii:
    'Error Incomplete a2b_base64 a2b_hex a2b_qp a2b_uu b2a_base64 b2a_hex b2a_qp b2a_uu crc32 crc_hqx hexlify unhexlify|a2b_hqx b2a_hqx rlecode_hqx rledecode_hqx',
  binhex:
    '?|BinHex Error FInfo HexBin LINELEN REASONABLY_LARGE RUNCHAR binascii binhex contextlib getfileinfo hexbin io openrsrc os struct warnings',
  bisect: 'bisect bisect_left bisect_right insort insort_left insort_right',
  builtins:
    'ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip|BaseExceptionGroup ExceptionGroup PythonFinalizationError',
  bz2: 'BZ2Compressor BZ2Decompressor BZ2File compress decompress io open os',
  cProfile: 'Profile io label main run runctx|importlib',
  calendar:
    'Calendar EPOCH FRIDAY HTMLCalendar IllegalMonthError IllegalWeekdayError LocaleHTMLCalendar LocaleTextCalendar MONDAY SATURDAY SUNDAY THURSDAY TUESDAY TextCalendar WEDNESDAY c calendar datetime day_abbr day_name different_locale error firstweekday format formatstring isleap leapdays main mdays month month_abbr month_name monthcalendar monthrange prcal prmonth prweek repeat setfirstweekday sys timegm week weekday weekheader|APRIL AUGUST DECEMBER Day FEBRUARY February IntEnum JANUARY JULY JUNE January MARCH MAY Month NOVEMBER OCTOBER SEPTEMBER global_enum warnings',
  cgi: '?|BytesIO FeedParser FieldStorage Mapping Message MiniFieldStorage StringIO TextIOWrapper closelog dolog html initlog locale log logfile logfp maxlen nolog os parse parse_header parse_multipart print_arguments print_directory print_environ print_environ_usage print_exception print_form sys tempfile test urllib valid_boundary warnings',
  cgitb:
    '?|Hook enable grey handler html html_escape inspect keyword linecache lookup os pydoc reset scanvars small strong sys tempfile text time tokenize traceback warnings',
  chunk: '?|Chunk warnings',
  cmath:
    'acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan nanj phase pi polar rect sin sinh sqrt tan tanh tau',
  cmd: 'Cmd IDENTCHARS PROMPT string sys|inspect',
  code: 'CommandCompiler InteractiveConsole InteractiveInterpreter compile_command interact sys traceback|Quitter builtins',
  codecs: '*',
  codeop: 'CommandCompiler Compile PyCF_ALLOW_INCOMPLETE_INPUT PyCF_DONT_IMPLY_DEDENT compile_command warnings',
  collections: 'ChainMap Counter OrderedDict UserDict UserList UserString abc defaultdict deque namedtuple',
  'collections.abc':
    'AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView|ABCMeta Buffer EllipsisType FunctionType GenericAlias abstractmethod async_generator bytearray_iterator bytes_iterator coroutine dict_itemiterator dict_items dict_keyiterator dict_keys dict_valueiterator dict_values framelocalsproxy generator list_iterator list_reverseiterator longrange_iterator mappingproxy range_iterator set_iterator str_iterator sys tuple_iterator zip_iterator',
  colorsys: 'ONE_SIXTH ONE_THIRD TWO_THIRD hls_to_rgb hsv_to_rgb rgb_to_hls rgb_to_hsv rgb_to_yiq yiq_to_rgb',
  compileall: 'Path compile_dir compile_file compile_path filecmp importlib main os partial py_compile struct sys',
  concurrent: 'futures',
  'concurrent.futures':
    'ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED FIRST_EXCEPTION Future ProcessPoolExecutor ThreadPoolExecutor TimeoutError as_completed process thread wait|InvalidStateError',
  'concurrent.futures.process':
    'BrokenProcessPool EXTRA_QUEUED_CALLS ProcessPoolExecutor Queue itertools mp multiprocessing os partial queue sys threading weakref|format_exception traceback',
  'concurrent.futures.thread': 'BrokenThreadPool ThreadPoolExecutor itertools os queue threading types weakref',
  configparser:
    'BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError DuplicateSectionError Error ExtendedInterpolation Interpolation InterpolationDepthError InterpolationError InterpolationMissingOptionError InterpolationSyntaxError MAX_INTERPOLATION_DEPTH MissingSectionHeaderError MutableMapping NoOptionError NoSectionError ParsingError RawConfigParser SectionProxy functools io itertools os re sys|Iterable LegacyInterpolation MultilineContinuationError SafeConfigParser UNNAMED_SECTION contextlib types warnings',
  contextlib:
    'AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack ContextDecorator ExitStack GenericAlias MethodType abc aclosing asynccontextmanager closing contextmanager deque nullcontext redirect_stderr redirect_stdout suppress sys wraps|chdir os',
  contextvars: 'Context ContextVar Token copy_context',
  copy: 'Error copy deepcopy dispatch_table error|replace',
  copyreg:
    'add_extension clear_extension_cache constructor dispatch_table pickle pickle_complex pickle_union remove_extension',
  crypt: '?*',
  csv: 'Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC Sniffer StringIO excel excel_tab field_size_limit get_dialect list_dialects re reader register_dialect unix_dialect unregister_dialect writer|QUOTE_NOTNULL QUOTE_STRINGS types',
  ctypes: '*',
  'ctypes.macholib': '*',
  'ctypes.macholib.dyld': '*',
  'ctypes.macholib.dylib': '*',
  'ctypes.macholib.framework': '*',
  'ctypes.util': '*',
  'ctypes.wintypes': '*',
  curses: '*',
  'curses.ascii': '*',
  'curses.has_key': '*',
  'curses.panel': '*',
  'curses.textpad': '*',
  dataclasses:
    'Field FrozenInstanceError InitVar KW_ONLY MISSING abc asdict astuple copy dataclass field fields inspect is_dataclass keyword make_dataclass re replace sys types|FunctionType GenericAlias builtins functools itertools recursive_repr',
  datetime: 'MAXYEAR MINYEAR date datetime datetime_CAPI time timedelta timezone tzinfo|UTC sys',
  dbm: '*',
  'dbm.dumb': '*',
  'dbm.gnu': '*',
  'dbm.ndbm': '*',
  'dbm.sqlite3': '?*',
  decimal:
    'BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR HAVE_THREADS Inexact InvalidContext InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext localcontext setcontext',
  difflib:
    'Differ GenericAlias HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff diff_bytes get_close_matches ndiff restore unified_diff',
  dis: 'Bytecode COMPILER_FLAG_NAMES EXTENDED_ARG HAVE_ARGUMENT Instruction cmp_op code_info collections dis disassemble disco distb findlabels findlinestarts get_instructions hascompare hasconst hasfree hasjabs hasjrel haslocal hasname io opmap opname pretty_flags show_code stack_effect sys types|ArgResolver BINARY_OP CACHE CALL_INTRINSIC_1 CALL_INTRINSIC_2 CONVERT_VALUE ENTER_EXECUTOR FORMAT_VALUE FORMAT_VALUE_CONVERTERS FOR_ITER FUNCTION_ATTR_FLAGS Formatter JUMP_BACKWARD LOAD_ATTR LOAD_CONST LOAD_FAST_LOAD_FAST LOAD_GLOBAL LOAD_SUPER_ATTR MAKE_FUNCTION MAKE_FUNCTION_FLAGS Positions RETURN_CONST SEND SET_FUNCTION_ATTRIBUTE STORE_FAST_LOAD_FAST STORE_FAST_STORE_FAST UNKNOWN deoptmap get_executor hasarg hasexc hasjump hasnargs main name op print_instructions spec_op specialized',
  distutils: '?*',
  'distutils.archive_util': '?*',
  'distutils.bcppcompiler': '?*',
  'distutils.ccompiler': '?*',
  'distutils.cmd': '?*',
  'distutils.command': '?*',
  'distutils.command.bdist': '?*',
  'distutils.command.bdist_dumb': '?*',
  'distutils.command.bdist_rpm': '?*',
  'distutils.command.build': '?*',
  'distutils.command.build_clib': '?*',
  'distutils.command.build_ext': '?*',
  'distutils.command.build_py': '?*',
  'distutils.command.build_scripts': '?*',
  'distutils.command.check': '?*',
  'distutils.command.clean': '?*',
  'distutils.command.config': '?*',
  'distutils.command.install': '?*',
  'distutils.command.install_data': '?*',
  'distutils.command.install_egg_info': '?*',
  'distutils.command.install_headers': '?*',
  'distutils.command.install_lib': '?*',
  'distutils.command.install_scripts': '?*',
  'distutils.command.py37compat': '?*',
  'distutils.command.register': '?*',
  'distutils.command.sdist': '?*',
  'distutils.command.upload': '?*',
  'distutils.config': '?*',
  'distutils.core': '?*',
  'distutils.cygwinccompiler': '?*',
  'distutils.debug': '?*',
  'distutils.dep_util': '?*',
  'distutils.dir_util': '?*',
  'distutils.dist': '?*',
  'distutils.errors': '?*',
  'distutils.extension': '?*',
  'distutils.fancy_getopt': '?*',
  'distutils.file_util': '?*',
  'distutils.filelist': '?*',
  'distutils.log': '?*',
  'distutils.msvc9compiler': '?*',
  'distutils.msvccompiler': '?*',
  'distutils.py38compat': '?*',
  'distutils.py39compat': '?*',
  'distutils.spawn': '?*',
  'distutils.sysconfig': '?*',
  'distutils.text_file': '?*',
  'distutils.unixccompiler': '?*',
  'distutils.util': '?*',
  'distutils.version': '?*',
  'distutils.versionpredicate': '?*',
  doctest:
    'BLANKLINE_MARKER COMPARISON_FLAGS DONT_ACCEPT_BLANKLINE DONT_ACCEPT_TRUE_FOR_1 DebugRunner DocFileCase DocFileSuite DocFileTest DocTest DocTestCase DocTestFailure DocTestFinder DocTestParser DocTestRunner DocTestSuite ELLIPSIS ELLIPSIS_MARKER Example FAIL_FAST IGNORE_EXCEPTION_DETAIL IncrementalNewlineDecoder NORMALIZE_WHITESPACE OPTIONFLAGS_BY_NAME OutputChecker REPORTING_FLAGS REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE REPORT_UDIFF SKIP SkipDocTestCase StringIO TestResults UnexpectedException debug debug_script debug_src difflib inspect linecache master namedtuple os pdb re register_optionflag run_docstring_examples script_from_examples set_unittest_reportflags sys testfile testmod testsource traceback unittest|ANSIColors can_colorize',
  email:
    'base64mime charset contentmanager encoders errors feedparser generator header headerregistry iterators message message_from_binary_file message_from_bytes message_from_file message_from_string mime parser policy quoprimime utils',
  'email.base64mime':
    'CRLF EMPTYSTRING MISC_LEN NL a2b_base64 b2a_base64 b64encode body_decode body_encode decode decodestring header_encode header_length',
  'email.charset':
    'ALIASES BASE64 CHARSETS CODEC_MAP Charset DEFAULT_CHARSET EMPTYSTRING QP RFC2047_CHROME_LEN SHORTEST UNKNOWN8BIT add_alias add_charset add_codec email encode_7or8bit errors partial',
  'email.contentmanager':
    'ContentManager binascii email get_and_fixup_unknown_message_content get_message_content get_non_text_content get_text_content quoprimime raw_data_manager set_bytes_content set_message_content set_text_content|maintype subtype typ',
  'email.encoders': 'encode_7or8bit encode_base64 encode_noop encode_quopri',
  'email.errors':
    'BoundaryError CharsetError CloseBoundaryNotFoundDefect FirstHeaderLineIsContinuationDefect HeaderDefect HeaderMissingRequiredValue HeaderParseError InvalidBase64CharactersDefect InvalidBase64LengthDefect InvalidBase64PaddingDefect InvalidDateDefect InvalidHeaderDefect InvalidMultipartContentTransferEncodingDefect MalformedHeaderDefect MessageDefect MessageError MessageParseError MisplacedEnvelopeHeaderDefect MissingHeaderBodySeparatorDefect MultipartConversionError MultipartInvariantViolationDefect NoBoundaryInMultipartDefect NonASCIILocalPartDefect NonPrintableDefect ObsoleteHeaderDefect StartBoundaryNotFoundDefect UndecodableBytesDefect|HeaderWriteError',
  'email.feedparser':
    'BufferedSubFile BytesFeedParser EMPTYSTRING FeedParser NL NLCRE NLCRE_bol NLCRE_crack NLCRE_eol NeedMoreData StringIO compat32 deque errors headerRE re|boundaryendRE',
  'email.generator':
    'BytesGenerator BytesIO DecodedGenerator Generator NL NLCRE StringIO UNDERSCORE deepcopy fcre random re sys time|HeaderWriteError NEWLINE_WITHOUT_FWSP',
  'email.header':
    'BSPACE Charset EMPTYSTRING FWS Header HeaderParseError MAXLINELEN NL SPACE SPACE8 USASCII UTF8 binascii decode_header ecre email fcre make_header re',
  'email.headerregistry':
    'Address AddressHeader BaseHeader ContentDispositionHeader ContentTransferEncodingHeader ContentTypeHeader DateHeader Group HeaderRegistry MIMEVersionHeader MappingProxyType MessageIDHeader ParameterizedMIMEHeader SingleAddressHeader UniqueAddressHeader UniqueDateHeader UniqueSingleAddressHeader UniqueUnstructuredHeader UnstructuredHeader errors parser utils',
  'email.iterators': 'StringIO body_line_iterator sys typed_subpart_iterator walk',
  'email.message':
    'BytesIO Charset EmailMessage MIMEPart Message SEMISPACE StringIO compat32 decode_b errors quopri re tspecials utils|Policy binascii uu',
  'email.mime': 'application audio base image message multipart nonmultipart text',
  'email.mime.application': 'MIMEApplication MIMENonMultipart encoders',
  'email.mime.audio': 'MIMEAudio MIMENonMultipart encoders|BytesIO rule sndhdr',
  'email.mime.base': 'MIMEBase email message',
  'email.mime.image': 'MIMEImage MIMENonMultipart encoders|imghdr rule',
  'email.mime.message': 'MIMEMessage MIMENonMultipart message',
  'email.mime.multipart': 'MIMEBase MIMEMultipart',
  'email.mime.nonmultipart': 'MIMEBase MIMENonMultipart errors',
  'email.mime.text': 'MIMENonMultipart MIMEText|Charset',
  'email.parser':
    'BytesFeedParser BytesHeaderParser BytesParser FeedParser HeaderParser Parser StringIO TextIOWrapper compat32',
  'email.policy':
    'Compat32 EmailMessage EmailPolicy HTTP HeaderRegistry Policy SMTP SMTPUTF8 compat32 default linesep_splitter raw_data_manager re strict sys',
  'email.quoprimime':
    'CRLF EMPTYSTRING NL ascii_letters body_check body_decode body_encode body_length decode decodestring digits header_check header_decode header_encode header_length hexdigits quote re unquote|c',
  'email.utils':
    'COMMASPACE CRLF EMPTYSTRING TICK UEMPTYSTRING collapse_rfc2231_value datetime decode_params decode_rfc2231 encode_rfc2231 escapesre format_datetime formataddr formatdate getaddresses localtime make_msgid mktime_tz os parseaddr parsedate parsedate_to_datetime parsedate_tz quote re rfc2231_continuation specialsre time unquote urllib|Charset random socket supports_strict_parsing',
  encodings: '*',
  'encodings.aliases': '*',
  'encodings.ascii': '*',
  'encodings.base64_codec': '*',
  'encodings.big5': '*',
  'encodings.big5hkscs': '*',
  'encodings.bz2_codec': '*',
  'encodings.charmap': '*',
  'encodings.cp037': '*',
  'encodings.cp1006': '*',
  'encodings.cp1026': '*',
  'encodings.cp1125': '*',
  'encodings.cp1140': '*',
  'encodings.cp1250': '*',
  'encodings.cp1251': '*',
  'encodings.cp1252': '*',
  'encodings.cp1253': '*',
  'encodings.cp1254': '*',
  'encodings.cp1255': '*',
  'encodings.cp1256': '*',
  'encodings.cp1257': '*',
  'encodings.cp1258': '*',
  'encodings.cp273': '*',
  'encodings.cp424': '*',
  'encodings.cp437': '*',
  'encodings.cp500': '*',
  'encodings.cp720': '*',
  'encodings.cp737': '*',
  'encodings.cp775': '*',
  'encodings.cp850': '*',
  'encodings.cp852': '*',
  'encodings.cp855': '*',
  'encodings.cp856': '*',
  'encodings.cp857': '*',
  'encodings.cp858': '*',
  'encodings.cp860': '*',
  'encodings.cp861': '*',
  'encodings.cp862': '*',
  'encodings.cp863': '*',
  'encodings.cp864': '*',
  'encodings.cp865': '*',
  'encodings.cp866': '*',
  'encodings.cp869': '*',
  'encodings.cp874': '*',
  'encodings.cp875': '*',
  'encodings.cp932': '*',
  'encodings.cp949': '*',
  'encodings.cp950': '*',
  'encodings.euc_jis_2004': '*',
  'encodings.euc_jisx0213': '*',
  'encodings.euc_jp': '*',
  'encodings.euc_kr': '*',
  'encodings.gb18030': '*',
  'encodings.gb2312': '*',
  'encodings.gbk': '*',
  'encodings.hex_codec': '*',
  'encodings.hp_roman8': '*',
  'encodings.hz': '*',
  'encodings.idna': '*',
  'encodings.iso2022_jp': '*',
  'encodings.iso2022_jp_1': '*',
  'encodings.iso2022_jp_2': '*',
  'encodings.iso2022_jp_2004': '*',
  'encodings.iso2022_jp_3': '*',
  'encodings.iso2022_jp_ext': '*',
  'encodings.iso2022_kr': '*',
  'encodings.iso8859_1': '*',
  'encodings.iso8859_10': '*',
  'encodings.iso8859_11': '*',
  'encodings.iso8859_13': '*',
  'encodings.iso8859_14': '*',
  'encodings.iso8859_15': '*',
  'encodings.iso8859_16': '*',
  'encodings.iso8859_2': '*',
  'encodings.iso8859_3': '*',
  'encodings.iso8859_4': '*',
  'encodings.iso8859_5': '*',
  'encodings.iso8859_6': '*',
  'encodings.iso8859_7': '*',
  'encodings.iso8859_8': '*',
  'encodings.iso8859_9': '*',
  'encodings.johab': '*',
  'encodings.koi8_r': '*',
  'encodings.koi8_t': '*',
  'encodings.koi8_u': '*',
  'encodings.kz1048': '*',
  'encodings.latin_1': '*',
  'encodings.mac_arabic': '*',
  'encodings.mac_croatian': '*',
  'encodings.mac_cyrillic': '*',
  'encodings.mac_farsi': '*',
  'encodings.mac_greek': '*',
  'encodings.mac_iceland': '*',
  'encodings.mac_latin2': '*',
  'encodings.mac_roman': '*',
  'encodings.mac_romanian': '*',
  'encodings.mac_turkish': '*',
  'encodings.mbcs': '*',
  'encodings.oem': '*',
  'encodings.palmos': '*',
  'encodings.ptcp154': '*',
  'encodings.punycode': '*',
  'encodings.quopri_codec': '*',
  'encodings.raw_unicode_escape': '*',
  'encodings.rot_13': '*',
  'encodings.shift_jis': '*',
  'encodings.shift_jis_2004': '*',
  'encodings.shift_jisx0213': '*',
  'encodings.tis_620': '*',
  'encodings.undefined': '*',
  'encodings.unicode_escape': '*',
  'encodings.utf_16': '*',
  'encodings.utf_16_be': '*',
  'encodings.utf_16_le': '*',
  'encodings.utf_32': '*',
  'encodings.utf_32_be': '*',
  'encodings.utf_32_le': '*',
  'encodings.utf_7': '*',
  'encodings.utf_8': '*',
  'encodings.utf_8_sig': '*',
  'encodings.uu_codec': '*',
  'encodings.zlib_codec': '*',
  ensurepip: '*',
  enum: 'DynamicClassAttribute Enum EnumMeta Flag IntEnum IntFlag MappingProxyType auto sys unique|CONFORM CONTINUOUS EJECT EnumCheck EnumDict EnumType FlagBoundary KEEP NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE bin bltns global_enum global_enum_repr global_flag_repr global_str member nonmember pickle_by_enum_name pickle_by_global_name property reduce show_flag_values verify',
  errno: '*',
  faulthandler:
    'cancel_dump_traceback_later disable dump_traceback dump_traceback_later enable is_enabled register unregister',
  fcntl: '*',
  filecmp: 'BUFSIZE DEFAULT_IGNORES GenericAlias clear_cache cmp cmpfiles demo dircmp filterfalse os stat',
  fileinput:
    'FileInput GenericAlias close filelineno filename fileno hook_compressed hook_encoded input io isfirstline isstdin lineno nextfile os sys',
  fnmatch: 'filter fnmatch fnmatchcase functools os posixpath re translate',
  fractions: 'Decimal Fraction math numbers operator re sys|functools',
  ftplib:
    'B_CRLF CRLF Error FTP FTP_PORT FTP_TLS MAXLINE MSG_OOB all_errors error_perm error_proto error_reply error_temp ftpcp parse150 parse227 parse229 parse257 print_line socket ssl sys test',
  functools:
    'GenericAlias RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key get_cache_token lru_cache namedtuple partial partialmethod recursive_repr reduce singledispatch singledispatchmethod total_ordering update_wrapper wraps',
  gc: 'DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks collect disable enable freeze garbage get_count get_debug get_freeze_count get_objects get_referents get_referrers get_stats get_threshold is_finalized is_tracked isenabled set_debug set_threshold unfreeze',
  genericpath:
    'commonprefix exists getatime getctime getmtime getsize isdir isfile os samefile sameopenfile samestat stat|isdevdrive isjunction islink lexists',
  getopt: 'GetoptError do_longs do_shorts error getopt gnu_getopt long_has_args os short_has_arg',
  getpass:
    'GetPassWarning contextlib fallback_getpass getpass getuser io os sys termios unix_getpass win_getpass|warnings',
  gettext:
    'Catalog GNUTranslations NullTranslations bindtextdomain c2py dgettext dngettext dnpgettext dpgettext find gettext install ngettext npgettext os pgettext re sys textdomain translation|bind_textdomain_codeset ldgettext ldngettext lgettext lngettext operator',
  glob: 'contextlib escape fnmatch glob glob0 glob1 has_magic iglob itertools magic_check magic_check_bytes os re stat sys|functools operator translate',
  graphlib: 'CycleError TopologicalSorter|GenericAlias',
  grp: '*',
  gzip: 'BadGzipFile FCOMMENT FEXTRA FHCRC FNAME FTEXT GzipFile READ WRITE builtins compress decompress io main open os struct sys time write32u zlib|READ_BUFFER_SIZE',
  hashlib:
    'algorithms_available algorithms_guaranteed blake2b blake2s md5 new pbkdf2_hmac scrypt sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256|file_digest',
  heapq: 'heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest',
  hmac: 'HMAC compare_digest digest digest_size new trans_36 trans_5C',
  html: 'entities escape parser unescape',
  'html.entities': 'codepoint2name entitydefs html5 name2codepoint',
  'html.parser':
    'HTMLParser attrfind_tolerant charref commentclose endendtag endtagfind entityref incomplete interesting_normal locatestarttagend_tolerant piclose re starttagopen tagfind_tolerant unescape',
  http: 'HTTPStatus IntEnum client cookiejar cookies server|HTTPMethod StrEnum',
  'http.client':
    'ACCEPTED ALREADY_REPORTED BAD_GATEWAY BAD_REQUEST BadStatusLine CONFLICT CONTINUE CREATED CannotSendHeader CannotSendRequest EARLY_HINTS EXPECTATION_FAILED FAILED_DEPENDENCY FORBIDDEN FOUND GATEWAY_TIMEOUT GONE HTTPConnection HTTPException HTTPMessage HTTPResponse HTTPSConnection HTTPS_PORT HTTP_PORT HTTP_VERSION_NOT_SUPPORTED IM_A_TEAPOT IM_USED INSUFFICIENT_STORAGE INTERNAL_SERVER_ERROR ImproperConnectionState IncompleteRead InvalidURL LENGTH_REQUIRED LOCKED LOOP_DETECTED LineTooLong METHOD_NOT_ALLOWED MISDIRECTED_REQUEST MOVED_PERMANENTLY MULTIPLE_CHOICES MULTI_STATUS NETWORK_AUTHENTICATION_REQUIRED NON_AUTHORITATIVE_INFORMATION NOT_ACCEPTABLE NOT_EXTENDED NOT_FOUND NOT_IMPLEMENTED NOT_MODIFIED NO_CONTENT NotConnected OK PARTIAL_CONTENT PAYMENT_REQUIRED PERMANENT_REDIRECT PRECONDITION_FAILED PRECONDITION_REQUIRED PROCESSING PROXY_AUTHENTICATION_REQUIRED REQUESTED_RANGE_NOT_SATISFIABLE REQUEST_ENTITY_TOO_LARGE REQUEST_HEADER_FIELDS_TOO_LARGE REQUEST_TIMEOUT REQUEST_URI_TOO_LONG RESET_CONTENT RemoteDisconnected ResponseNotReady SEE_OTHER SERVICE_UNAVAILABLE SWITCHING_PROTOCOLS TEMPORARY_REDIRECT TOO_EARLY TOO_MANY_REQUESTS UNAUTHORIZED UNAVAILABLE_FOR_LEGAL_REASONS UNPROCESSABLE_ENTITY UNSUPPORTED_MEDIA_TYPE UPGRADE_REQUIRED USE_PROXY UnimplementedFileMode UnknownProtocol UnknownTransferEncoding VARIANT_ALSO_NEGOTIATES collections email errno error http io parse_headers re responses socket ssl sys urlsplit|CONTENT_TOO_LARGE RANGE_NOT_SATISFIABLE UNPROCESSABLE_CONTENT URI_TOO_LONG',
  'http.cookiejar':
    'Absent Cookie CookieJar CookiePolicy DAYS DEFAULT_HTTP_PORT DefaultCookiePolicy EPOCH_YEAR ESCAPED_CHAR_RE FileCookieJar HEADER_ESCAPE_RE HEADER_JOIN_ESCAPE_RE HEADER_QUOTED_VALUE_RE HEADER_TOKEN_RE HEADER_VALUE_RE HTTPONLY_ATTR HTTPONLY_PREFIX HTTP_PATH_SAFE IPV4_RE ISO_DATE_RE LOOSE_HTTP_DATE_RE LWPCookieJar LoadError MISSING_FILENAME_TEXT MONTHS MONTHS_LOWER MozillaCookieJar NETSCAPE_HEADER_TEXT NETSCAPE_MAGIC_RGX STRICT_DATE_RE TIMEZONE_RE UTC_ZONES WEEKDAY_RE copy cut_port_re datetime debug deepvalues domain_match eff_request_host escape_path http http2time is_HDN is_third_party iso2time join_header_words liberal_is_HDN logger lwp_cookie_str offset_from_tz_string os parse_ns_headers re reach request_host request_path request_port split_header_words strip_quotes time time2isoz time2netscape timegm unmatched uppercase_escaped_char urllib user_domain_match|month vals_sorted_by_key',
  'http.cookies': 'BaseCookie CookieError Morsel SimpleCookie re string types',
  'http.server':
    'BaseHTTPRequestHandler CGIHTTPRequestHandler DEFAULT_ERROR_CONTENT_TYPE DEFAULT_ERROR_MESSAGE HTTPServer HTTPStatus SimpleHTTPRequestHandler ThreadingHTTPServer copy datetime email executable html http io itertools mimetypes nobody nobody_uid os posixpath select shutil socket socketserver sys test time urllib',
  imaplib:
    'AllowedVersions CRLF Commands Continuation DEFAULT_BUFFER_SIZE Debug Flags HAVE_SSL IMAP4 IMAP4_PORT IMAP4_SSL IMAP4_SSL_PORT IMAP4_stream Int2AP InternalDate Internaldate2tuple Literal MapCRLF Mon2num Months ParseFlags Response_code Time2Internaldate Untagged_response Untagged_status binascii calendar datetime errno random re socket ssl subprocess sys time timedelta timezone',
  imghdr:
    '?|PathLike test test_bmp test_exr test_gif test_jpeg test_pbm test_pgm test_png test_ppm test_rast test_rgb test_tiff test_webp test_xbm testall tests warnings what',
  imp: '?|C_BUILTIN C_EXTENSION IMP_HOOK NullImporter PKG_DIRECTORY PY_CODERESOURCE PY_COMPILED PY_FROZEN PY_RESOURCE PY_SOURCE SEARCH_ERROR SourcelessFileLoader acquire_lock cache_from_source create_dynamic find_module get_frozen_object get_magic get_suffixes get_tag importlib init_builtin init_frozen is_builtin is_frozen is_frozen_package load_compiled load_dynamic load_module load_package load_source lock_held machinery new_module os release_lock reload source_from_cache sys tokenize types util warnings',
  importlib:
    'abc import_module invalidate_caches machinery metadata readers reload resources sys util|find_loader simple warnings',
  'importlib.abc':
    'ExecutionLoader FileLoader InspectLoader Loader MetaPathFinder PathEntryFinder ResourceLoader SourceLoader abc machinery warnings|BinaryIO Finder Iterable Protocol ResourceReader Text Traversable TraversableResources runtime_checkable',
  'importlib.machinery':
    'BYTECODE_SUFFIXES BuiltinImporter DEBUG_BYTECODE_SUFFIXES EXTENSION_SUFFIXES ExtensionFileLoader FileFinder FrozenImporter ModuleSpec OPTIMIZED_BYTECODE_SUFFIXES PathFinder SOURCE_SUFFIXES SourceFileLoader SourcelessFileLoader WindowsRegistryFinder all_suffixes|AppleFrameworkLoader NamespaceLoader',
  'importlib.metadata':
    'Distribution DistributionFinder EntryPoint EntryPoints FastPath FileHash FreezableDefaultDict List Lookup Mapping MetaPathFinder MetadataPathFinder Optional PackageMetadata PackageNotFoundError PackagePath Pair PathDistribution Prepared Sectioned SimplePath abc collections distribution distributions email entry_points files functools import_module itertools metadata method_cache operator os packages_distributions pass_none pathlib posixpath re requires starmap suppress sys textwrap unique_everseen version warnings zipfile|Any Deprecated DeprecatedList DeprecatedNonAbstract DeprecatedTuple Iterable Match SelectableGroups Set Union always_iterable annotations cast contextlib csv diagnose inspect json types',
  'importlib.metadata.diagnose': '?|Distribution inspect run sys',
  'importlib.readers':
    'FileReader MultiplexedPath NamespaceReader ZipReader|abc collections pathlib remove_duplicates zipfile',
  'importlib.resources':
    'Package ResourceReader as_file contents files is_resource open_binary open_text path read_binary read_text|Anchor BinaryIO BytesIO ContextManager Iterable ModuleSpec ModuleType Path Resource ResourceLoader Sequence TextIO TextIOWrapper Union abc cast io os readers simple singledispatch suppress',
  'importlib.resources.abc':
    '?|Any BinaryIO Iterable Iterator NoReturn Optional Protocol ResourceReader StrPath Text Traversable TraversableResources TraversalError Union abc io itertools os pathlib runtime_checkable',
  'importlib.resources.readers':
    '?|FileReader MultiplexedPath NamespaceReader ZipReader abc collections contextlib itertools only operator pathlib re remove_duplicates unique_everseen warnings zipfile',
  'importlib.resources.simple':
    '?|BinaryIO List ResourceContainer ResourceHandle SimpleReader Traversable TraversableReader TraversableResources abc io itertools',
  'importlib.simple': '?|ResourceContainer ResourceHandle SimpleReader TraversableReader',
  'importlib.util':
    'LazyLoader Loader MAGIC_NUMBER cache_from_source decode_source find_spec module_from_spec resolve_name source_from_cache source_hash spec_from_file_location spec_from_loader sys types|contextmanager functools module_for_loader set_loader set_package warnings',
  inspect:
    'ArgInfo Arguments Attribute BlockFinder BoundArguments CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED OrderedDict Parameter Signature TPFLAGS_IS_ABSTRACT Traceback abc ast attrgetter builtins classify_class_attrs cleandoc collections currentframe dis enum findsource formatannotation formatannotationrelativeto formatargvalues functools get_annotations getabsfile getargs getargvalues getattr_static getblock getcallargs getclasstree getclosurevars getcomments getcoroutinelocals getcoroutinestate getdoc getfile getframeinfo getfullargspec getgeneratorlocals getgeneratorstate getinnerframes getlineno getmembers getmodule getmodulename getmro getouterframes getsource getsourcefile getsourcelines importlib indentsize isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor ismodule isroutine istraceback itertools linecache modulesbyfile namedtuple os re signature stack sys token tokenize trace types unwrap walktree|AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgSpec BufferFlags formatargspec getargspec getasyncgenlocals getasyncgenstate getmembers_static iskeyword ismethodwrapper k make_weakref markcoroutinefunction mod_dict v warnings',
  io: 'BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder RawIOBase SEEK_CUR SEEK_END SEEK_SET StringIO TextIOBase TextIOWrapper UnsupportedOperation abc open open_code text_encoding',
  ipaddress:
    'AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network NetmaskValueError collapse_addresses functools get_mixed_type_key ip_address ip_interface ip_network summarize_address_range v4_int_to_packed v6_int_to_packed',
  itertools:
    'accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest|batched',
  json: 'JSONDecodeError JSONDecoder JSONEncoder codecs decoder detect_encoding dump dumps encoder load loads scanner tool',
  'json.decoder':
    'BACKSLASH FLAGS JSONArray JSONDecodeError JSONDecoder JSONObject NaN NegInf PosInf STRINGCHUNK WHITESPACE WHITESPACE_STR c_scanstring py_scanstring re scanner scanstring',
  'json.encoder':
    'ESCAPE ESCAPE_ASCII ESCAPE_DCT HAS_UTF8 INFINITY JSONEncoder c_encode_basestring c_encode_basestring_ascii c_make_encoder encode_basestring encode_basestring_ascii py_encode_basestring py_encode_basestring_ascii re|i',
  'json.scanner': 'NUMBER_RE c_make_scanner make_scanner py_make_scanner re',
  'json.tool': 'argparse json main sys|Path',
  keyword: 'iskeyword issoftkeyword kwlist softkwlist',
  lib2to3: '?*',
  'lib2to3.btm_matcher': '?*',
  'lib2to3.btm_utils': '?*',
  'lib2to3.fixer_base': '?*',
  'lib2to3.fixer_util': '?*',
  'lib2to3.fixes': '?*',
  'lib2to3.fixes.fix_apply': '?*',
  'lib2to3.fixes.fix_asserts': '?*',
  'lib2to3.fixes.fix_basestring': '?*',
  'lib2to3.fixes.fix_buffer': '?*',
  'lib2to3.fixes.fix_dict': '?*',
  'lib2to3.fixes.fix_except': '?*',
  'lib2to3.fixes.fix_exec': '?*',
  'lib2to3.fixes.fix_execfile': '?*',
  'lib2to3.fixes.fix_exitfunc': '?*',
  'lib2to3.fixes.fix_filter': '?*',
  'lib2to3.fixes.fix_funcattrs': '?*',
  'lib2to3.fixes.fix_future': '?*',
  'lib2to3.fixes.fix_getcwdu': '?*',
  'lib2to3.fixes.fix_has_key': '?*',
  'lib2to3.fixes.fix_idioms': '?*',
  'lib2to3.fixes.fix_import': '?*',
  'lib2to3.fixes.fix_imports': '?*',
  'lib2to3.fixes.fix_imports2': '?*',
  'lib2to3.fixes.fix_input': '?*',
  'lib2to3.fixes.fix_intern': '?*',
  'lib2to3.fixes.fix_isinstance': '?*',
  'lib2to3.fixes.fix_itertools': '?*',
  'lib2to3.fixes.fix_itertools_imports': '?*',
  'lib2to3.fixes.fix_long': '?*',
  'lib2to3.fixes.fix_map': '?*',
  'lib2to3.fixes.fix_metaclass': '?*',
  'lib2to3.fixes.fix_methodattrs': '?*',
  'lib2to3.fixes.fix_ne': '?*',
  'lib2to3.fixes.fix_next': '?*',
  'lib2to3.fixes.fix_nonzero': '?*',
  'lib2to3.fixes.fix_numliterals': '?*',
  'lib2to3.fixes.fix_operator': '?*',
  'lib2to3.fixes.fix_paren': '?*',
  'lib2to3.fixes.fix_print': '?*',
  'lib2to3.fixes.fix_raise': '?*',
  'lib2to3.fixes.fix_raw_input': '?*',
  'lib2to3.fixes.fix_reduce': '?*',
  'lib2to3.fixes.fix_reload': '?*',
  'lib2to3.fixes.fix_renames': '?*',
  'lib2to3.fixes.fix_repr': '?*',
  'lib2to3.fixes.fix_set_literal': '?*',
  'lib2to3.fixes.fix_standarderror': '?*',
  'lib2to3.fixes.fix_sys_exc': '?*',
  'lib2to3.fixes.fix_throw': '?*',
  'lib2to3.fixes.fix_tuple_params': '?*',
  'lib2to3.fixes.fix_types': '?*',
  'lib2to3.fixes.fix_unicode': '?*',
  'lib2to3.fixes.fix_urllib': '?*',
  'lib2to3.fixes.fix_ws_comma': '?*',
  'lib2to3.fixes.fix_xrange': '?*',
  'lib2to3.fixes.fix_xreadlines': '?*',
  'lib2to3.fixes.fix_zip': '?*',
  'lib2to3.main': '?*',
  'lib2to3.patcomp': '?*',
  'lib2to3.pgen2': '?*',
  'lib2to3.pgen2.conv': '?*',
  'lib2to3.pgen2.driver': '?*',
  'lib2to3.pgen2.grammar': '?*',
  'lib2to3.pgen2.literals': '?*',
  'lib2to3.pgen2.parse': '?*',
  'lib2to3.pgen2.pgen': '?*',
  'lib2to3.pgen2.token': '?*',
  'lib2to3.pgen2.tokenize': '?*',
  'lib2to3.pygram': '?*',
  'lib2to3.pytree': '?*',
  'lib2to3.refactor': '?*',
  linecache: 'cache checkcache clearcache getline getlines lazycache updatecache|functools os sys tokenize',
  locale: '*',
  logging:
    'BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle Template WARN WARNING addLevelName atexit basicConfig captureWarnings collections config critical currentframe debug disable error exception fatal getLevelName getLogRecordFactory getLogger getLoggerClass handlers info io lastResort log logMultiprocessing logProcesses logThreads makeLogRecord os raiseExceptions re root setLogRecordFactory setLoggerClass shutdown sys threading time traceback warn warning warnings weakref|GenericAlias getHandlerByName getHandlerNames getLevelNamesMapping logAsyncioTasks',
  'logging.config':
    'BaseConfigurator ConvertingDict ConvertingList ConvertingMixin ConvertingTuple DEFAULT_LOGGING_CONFIG_PORT DictConfigurator IDENTIFIER RESET_ERROR StreamRequestHandler ThreadingTCPServer dictConfig dictConfigClass errno fileConfig io listen logging re stopListening struct threading traceback valid_ident|functools os queue sys',
  'logging.handlers':
    'BaseRotatingHandler BufferingHandler DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DatagramHandler HTTPHandler MemoryHandler NTEventLogHandler QueueHandler QueueListener RotatingFileHandler SMTPHandler SYSLOG_TCP_PORT SYSLOG_UDP_PORT SocketHandler SysLogHandler TimedRotatingFileHandler WatchedFileHandler copy io logging os pickle queue re socket struct threading time|ST_DEV ST_INO ST_MTIME',
  lzma: 'CHECK_CRC32 CHECK_CRC64 CHECK_ID_MAX CHECK_NONE CHECK_SHA256 CHECK_UNKNOWN FILTER_ARM FILTER_ARMTHUMB FILTER_DELTA FILTER_IA64 FILTER_LZMA1 FILTER_LZMA2 FILTER_POWERPC FILTER_SPARC FILTER_X86 FORMAT_ALONE FORMAT_AUTO FORMAT_RAW FORMAT_XZ LZMACompressor LZMADecompressor LZMAError LZMAFile MF_BT2 MF_BT3 MF_BT4 MF_HC3 MF_HC4 MODE_FAST MODE_NORMAL PRESET_DEFAULT PRESET_EXTREME builtins compress decompress io is_check_supported open os',
  mailbox:
    'Babyl BabylMessage Error ExternalClashError FormatError GenericAlias MH MHMessage MMDF MMDFMessage Mailbox Maildir MaildirMessage Message NoSuchMailboxError NotEmptyError calendar contextlib copy email errno fcntl io linesep mbox mboxMessage os socket time warnings',
  mailcap:
    '?|UnsafeMailcapInput findmatch findparam getcaps lineno_sort_key listmailcapfiles lookup os parsefield parseline re readmailcapfile show subst test warnings',
  marshal: 'dump dumps load loads version',
  math: 'acos acosh asin asinh atan atan2 atanh ceil comb copysign cos cosh degrees dist e erf erfc exp expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt tan tanh tau trunc ulp|cbrt exp2 fma sumprod',
  mimetypes:
    'MimeTypes add_type common_types encodings_map guess_all_extensions guess_extension guess_type init inited knownfiles os posixpath read_mime_types suffix_map sys types_map urllib|guess_file_type',
  mmap: '*',
  modulefinder:
    'AddPackagePath Module ModuleFinder ReplacePackage dis importlib io marshal os packagePathMap replacePackageMap sys test|EXTENDED_ARG IMPORT_NAME LOAD_CONST STORE_GLOBAL STORE_NAME STORE_OPS',
  msilib: '?*',
  msvcrt: '*',
  multiprocessing: '*',
  'multiprocessing.connection': '*',
  'multiprocessing.context': '*',
  'multiprocessing.dummy': '*',
  'multiprocessing.dummy.connection': '*',
  'multiprocessing.forkserver': '*',
  'multiprocessing.heap': '*',
  'multiprocessing.managers': '*',
  'multiprocessing.pool': '*',
  'multiprocessing.popen_fork': '*',
  'multiprocessing.popen_forkserver': '*',
  'multiprocessing.popen_spawn_posix': '*',
  'multiprocessing.popen_spawn_win32': '*',
  'multiprocessing.process': '*',
  'multiprocessing.queues': '*',
  'multiprocessing.reduction': '*',
  'multiprocessing.resource_sharer': '*',
  'multiprocessing.resource_tracker': '*',
  'multiprocessing.shared_memory': '*',
  'multiprocessing.sharedctypes': '*',
  'multiprocessing.spawn': '*',
  'multiprocessing.synchronize': '*',
  'multiprocessing.util': '*',
  netrc: 'NetrcParseError netrc os stat|shlex',
  nis: '?*',
  nntplib:
    '?|ArticleInfo GroupInfo NNTP NNTPDataError NNTPError NNTPPermanentError NNTPProtocolError NNTPReplyError NNTPTemporaryError NNTP_PORT NNTP_SSL NNTP_SSL_PORT collections datetime decode_header re socket ssl sys warnings',
  nt: '*',
  ntpath:
    'abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars extsep genericpath getatime getctime getmtime getsize isabs isdir isfile islink ismount join lexists normcase normpath os pardir pathsep realpath relpath samefile sameopenfile samestat sep split splitdrive splitext supports_unicode_filenames sys|isdevdrive isjunction isreserved splitroot stat',
  nturl2path: '*',
  numbers: 'ABCMeta Complex Integral Number Rational Real abstractmethod',
  opcode:
    'EXTENDED_ARG HAVE_ARGUMENT cmp_op hascompare hasconst hasfree hasjabs hasjrel haslocal hasname opmap opname stack_effect|ENABLE_SPECIALIZATION MAX_PSEUDO_OPCODE MIN_INSTRUMENTED_OPCODE MIN_PSEUDO_OPCODE hasarg hasexc hasjump hasnargs i is_pseudo op oplists',
  operator:
    'abs add and_ attrgetter concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor|call',
  optparse:
    'AmbiguousOptionError BadOptionError HelpFormatter IndentedHelpFormatter NO_DEFAULT OptParseError Option OptionConflictError OptionContainer OptionError OptionGroup OptionParser OptionValueError SUPPRESS_HELP SUPPRESS_USAGE TitledHelpFormatter Values check_builtin check_choice gettext make_option ngettext os sys textwrap',
  os: '*',
  'os.path': '*',
  ossaudiodev: '?*',
  pathlib:
    'Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath|EBADF EINVAL ELOOP ENOENT ENOTDIR S_ISBLK S_ISCHR S_ISDIR S_ISFIFO S_ISLNK S_ISREG S_ISSOCK Sequence UnsupportedOperation attrgetter fnmatch functools io ntpath os posixpath re sys urlquote_from_bytes warnings',
  pdb: 'Pdb Restart TESTCMD bdb cmd code dis find_function glob help inspect io lasti2lineno line_prefix linecache main os pm post_mortem pprint re run runcall runctx runeval set_trace signal sys test tokenize traceback|CodeType Completer Union codeop contextmanager find_first_executable_line functools textwrap token types',
  pickle:
    'ADDITEMS APPEND APPENDS BINBYTES BINBYTES8 BINFLOAT BINGET BININT BININT1 BININT2 BINPERSID BINPUT BINSTRING BINUNICODE BINUNICODE8 BUILD BYTEARRAY8 DEFAULT_PROTOCOL DICT DUP EMPTY_DICT EMPTY_LIST EMPTY_SET EMPTY_TUPLE EXT1 EXT2 EXT4 FALSE FLOAT FRAME FROZENSET FunctionType GET GLOBAL HIGHEST_PROTOCOL INST INT LIST LONG LONG1 LONG4 LONG_BINGET LONG_BINPUT MARK MEMOIZE NEWFALSE NEWOBJ NEWOBJ_EX NEWTRUE NEXT_BUFFER NONE OBJ PERSID POP POP_MARK PROTO PUT PickleBuffer PickleError Pickler PicklingError READONLY_BUFFER REDUCE SETITEM SETITEMS SHORT_BINBYTES SHORT_BINSTRING SHORT_BINUNICODE STACK_GLOBAL STOP STRING TRUE TUPLE TUPLE1 TUPLE2 TUPLE3 UNICODE Unpickler UnpicklingError bytes_types codecs compatible_formats decode_long dispatch_table dump dumps encode_long format_version io islice load loads maxsize pack partial re sys unpack whichmodule|PyStringMap',
  pickletools: '*',
  pipes:
    '?|FILEIN_FILEOUT FILEIN_STDOUT SINK SOURCE STDIN_FILEOUT STDIN_STDOUT Template makepipeline os quote re stepkinds tempfile warnings',
  pkgutil:
    'ModuleInfo ModuleType extend_path find_loader get_data get_importer get_loader importlib iter_importer_modules iter_importers iter_modules iter_zipimport_modules namedtuple os read_code resolve_name simplegeneric sys walk_packages warnings zipimport zipimporter|ImpImporter ImpLoader',
  platform:
    'architecture collections freedesktop_os_release functools itertools java_ver libc_ver mac_ver machine node os platform processor python_branch python_build python_compiler python_implementation python_revision python_version python_version_tuple re release sys system system_alias uname uname_result version win32_edition win32_is_iot win32_ver|AndroidVer IOSVersionInfo android_ver ios_ver subprocess',
  plistlib:
    'BytesIO FMT_BINARY FMT_XML InvalidFileException PLISTHEADER ParserCreate PlistFormat UID binascii codecs datetime dump dumps enum itertools load loads os re struct',
  poplib: 'CR CRLF HAVE_SSL LF POP3 POP3_PORT POP3_SSL POP3_SSL_PORT errno error_proto re socket ssl sys',
  posix: '*',
  posixpath:
    'abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars extsep genericpath getatime getctime getmtime getsize isabs isdir isfile islink ismount join lexists normcase normpath os pardir pathsep realpath relpath samefile sameopenfile samestat sep split splitdrive splitext stat supports_unicode_filenames sys|isdevdrive isjunction splitroot',
  pprint: 'PrettyPrinter isreadable isrecursive pformat pp pprint re saferepr',
  profile: 'Profile io main marshal run runctx sys time|importlib',
  pstats:
    'Dict FunctionProfile SortKey Stats StatsProfile TupleComp add_callers add_func_stats cmp_to_key count_calls dataclass f8 func_get_function_name func_std_string func_strip_path marshal os re sys time|Enum StrEnum',
  pty: '*',
  pwd: '*',
  py_compile: 'PyCompileError PycInvalidationMode compile enum importlib main os sys traceback',
  pyclbr: 'Class Function ast importlib readmodule readmodule_ex sys',
  pydoc:
    'Doc ErrorDuringImport HTMLDoc HTMLRepr Helper ModuleScanner Repr TextDoc TextRepr allmethods apropos browse builtins classify_class_attrs classname cli cram deque describe doc format_exception_only getdoc getpager help html importfile importlib inspect io isdata ispackage ispath locate os pager pathdirs pipepager pkgutil plain plainpager plaintext platform re render_doc replace resolve safeimport sort_attributes source_synopsis splitdoc stripid synopsis sys sysconfig tempfilepager text time tokenize ttypager urllib visiblename warnings writedoc writedocs|get_pager parentname pipe_pager plain_pager tempfile_pager tty_pager types',
  pydoc_data: '*',
  'pydoc_data.topics': '*',
  pyexpat:
    'EXPAT_VERSION ErrorString ExpatError ParserCreate XMLParserType XML_PARAM_ENTITY_PARSING_ALWAYS XML_PARAM_ENTITY_PARSING_NEVER XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE error errors expat_CAPI features model native_encoding version_info',
  queue: 'Empty Full LifoQueue PriorityQueue Queue SimpleQueue deque heappop heappush threading time types|ShutDown',
  quopri:
    'EMPTYSTRING ESCAPE HEX MAXLINESIZE a2b_qp b2a_qp decode decodestring encode encodestring ishex main needsquoting quote unhex',
  random:
    'BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI betavariate choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate weibullvariate|binomialvariate main',
  re: 'A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match Pattern RegexFlag S Scanner U UNICODE VERBOSE X compile copyreg enum error escape findall finditer fullmatch functools match purge search split sub subn|NOFLAG PatternError T TEMPLATE sre_compile sre_parse template',
  readline: '*',
  reprlib: 'Repr aRepr builtins get_ident islice recursive_repr repr',
  resource: '*',
  rlcompleter: 'Completer atexit builtins get_class_members inspect readline|keyword re warnings',
  runpy: 'importlib io os run_module run_path sys|ModuleType types',
  sched: 'Event count heapq namedtuple scheduler threading time',
  secrets:
    'DEFAULT_ENTROPY SystemRandom base64 choice compare_digest randbelow randbits token_bytes token_hex token_urlsafe|binascii',
  select: '*',
  selectors: '*',
  shelve: 'BsdDbShelf BytesIO DEFAULT_PROTOCOL DbfilenameShelf Pickler Shelf Unpickler collections open',
  shlex: 'StringIO deque join os quote re shlex split sys',
  shutil: '*',
  signal: '*',
  site: 'ENABLE_USER_SITE PREFIXES USER_BASE USER_SITE abs_paths addpackage addsitedir addsitepackages addusersitepackages builtins check_enableusersite enablerlcompleter execsitecustomize execusercustomize getsitepackages getuserbase getusersitepackages io main makepath os removeduppaths setcopyright sethelper setquit sys venv|gethistoryfile register_readline stat',
  smtpd:
    '?|COMMASPACE DATA_SIZE_DEFAULT DEBUGSTREAM DebuggingServer Devnull MailmanProxy NEWLINE Options PureProxy SMTPChannel SMTPServer asynchat asyncore collections errno get_addr_spec get_angle_addr getopt os parseargs program socket sys time usage warn',
  smtplib:
    'CRLF LMTP LMTP_PORT OLDSTYLE_AUTH SMTP SMTPAuthenticationError SMTPConnectError SMTPDataError SMTPException SMTPHeloError SMTPNotSupportedError SMTPRecipientsRefused SMTPResponseException SMTPSenderRefused SMTPServerDisconnected SMTP_PORT SMTP_SSL SMTP_SSL_PORT bCRLF base64 copy datetime email encode_base64 hmac io quoteaddr quotedata re socket ssl sys',
  sndhdr:
    '?|SndHeaders get_long_be get_long_le get_short_be get_short_le namedtuple test test_8svx test_aifc test_au test_hcom test_sndr test_sndt test_voc test_wav testall tests warnings what whathdr',
  socket: '*',
  socketserver: '*',
  spwd: '?*',
  sqlite3: '*',
  'sqlite3.dbapi2': '*',
  'sqlite3.dump': '*',
  sre_compile: '*',
  sre_constants: '*',
  sre_parse: '*',
  ssl: '*',
  stat: '*',
  statistics:
    'Counter Decimal Fraction LinearRegression NormalDist StatisticsError bisect_left bisect_right correlation covariance erf exp fabs fmean fsum geometric_mean groupby harmonic_mean hypot linear_regression log math mean median median_grouped median_high median_low mode multimode namedtuple numbers pstdev pvariance quantiles random repeat sqrt stdev tau variance|acos asin atan cos cosh count defaultdict isfinite isinf itemgetter kde kde_random mul pi reduce sin sumprod sys tan',
  string:
    'Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace',
  stringprep:
    'b1_set b3_exceptions c22_specials c6_set c7_set c8_set c9_set in_table_a1 in_table_b1 in_table_c11 in_table_c11_c12 in_table_c12 in_table_c21 in_table_c21_c22 in_table_c22 in_table_c3 in_table_c4 in_table_c5 in_table_c6 in_table_c7 in_table_c8 in_table_c9 in_table_d1 in_table_d2 map_table_b2 map_table_b3 unicodedata',
  struct: 'Struct calcsize error iter_unpack pack pack_into unpack unpack_from',
  subprocess: '*',
  sunau:
    '?|AUDIO_FILE_ENCODING_ADPCM_G721 AUDIO_FILE_ENCODING_ADPCM_G722 AUDIO_FILE_ENCODING_ADPCM_G723_3 AUDIO_FILE_ENCODING_ADPCM_G723_5 AUDIO_FILE_ENCODING_ALAW_8 AUDIO_FILE_ENCODING_DOUBLE AUDIO_FILE_ENCODING_FLOAT AUDIO_FILE_ENCODING_LINEAR_16 AUDIO_FILE_ENCODING_LINEAR_24 AUDIO_FILE_ENCODING_LINEAR_32 AUDIO_FILE_ENCODING_LINEAR_8 AUDIO_FILE_ENCODING_MULAW_8 AUDIO_FILE_MAGIC AUDIO_UNKNOWN_SIZE Au_read Au_write Error namedtuple open warnings',
  symtable:
    'CELL Class DEF_ANNOT DEF_BOUND DEF_GLOBAL DEF_IMPORT DEF_LOCAL DEF_NONLOCAL DEF_PARAM FREE Function GLOBAL_EXPLICIT GLOBAL_IMPLICIT LOCAL SCOPE_MASK SCOPE_OFF Symbol SymbolTable SymbolTableFactory USE symtable weakref|StrEnum SymbolTableType main',
  sys: '*',
  sysconfig:
    'expand_makefile_vars get_config_h_filename get_config_var get_config_vars get_default_scheme get_makefile_filename get_path get_path_names get_paths get_platform get_preferred_scheme get_python_version get_scheme_names is_python_build os parse_config_h realpath sys|pardir threading',
  syslog: '*',
  tabnanny:
    'NannyNag Whitespace check errprint filename_only format_witnesses main os process_tokens sys tokenize verbose',
  tarfile:
    'AREGTYPE AbsoluteLinkError AbsolutePathError BLKTYPE BLOCKSIZE CHRTYPE CONTTYPE CompressionError DEFAULT_FORMAT DIRTYPE ENCODING EOFHeaderError EmptyHeaderError ExFileObject ExtractError FIFOTYPE FilterError GNUTYPE_LONGLINK GNUTYPE_LONGNAME GNUTYPE_SPARSE GNU_FORMAT GNU_MAGIC GNU_TYPES HeaderError InvalidHeaderError LENGTH_LINK LENGTH_NAME LENGTH_PREFIX LNKTYPE LinkOutsideDestinationError NUL OutsideDestinationError PAX_FIELDS PAX_FORMAT PAX_NAME_FIELDS PAX_NUMBER_FIELDS POSIX_MAGIC RECORDSIZE REGTYPE REGULAR_TYPES ReadError SOLARIS_XHDTYPE SUPPORTED_TYPES SYMTYPE SpecialFileError StreamError SubsequentHeaderError TarError TarFile TarInfo TruncatedHeaderError USTAR_FORMAT XGLTYPE XHDTYPE bltn_open calc_chksums copy copyfileobj data_filter fully_trusted_filter grp io is_tarfile itn main nti nts open os pwd re shutil stat stn struct symlink_exception sys tar_filter time version|warnings',
  telnetlib:
    '?|AO AUTHENTICATION AYT BINARY BM BRK CHARSET COM_PORT_OPTION DEBUGLEVEL DET DM DO DONT EC ECHO EL ENCRYPT EOR EXOPL FORWARD_X GA IAC IP KERMIT LFLOW LINEMODE LOGOUT NAMS NAOCRD NAOFFD NAOHTD NAOHTS NAOL NAOLFD NAOP NAOVTD NAOVTS NAWS NEW_ENVIRON NOOPT NOP OLD_ENVIRON OUTMRK PRAGMA_HEARTBEAT PRAGMA_LOGON RCP RCTE RSP SB SE SEND_URL SGA SNDLOC SSPI_LOGON STATUS SUPDUP SUPDUPOUTPUT SUPPRESS_LOCAL_ECHO TELNET_PORT TLS TM TN3270E TSPEED TTYLOC TTYPE TUID Telnet VT3270REGIME WILL WONT X3PAD XASCII XAUTH XDISPLOC selectors socket sys test theNULL warnings',
  tempfile:
    'NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile gettempdir gettempdirb gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir template',
  termios: '*',
  textwrap: 'TextWrapper dedent fill indent re shorten wrap',
  threading: '*',
  time: '*',
  timeit:
    'Timer default_number default_repeat default_timer dummy_src_name gc itertools main reindent repeat sys template time timeit',
  tkinter: '*',
  'tkinter.colorchooser': '*',
  'tkinter.commondialog': '*',
  'tkinter.constants': '*',
  'tkinter.dialog': '*',
  'tkinter.dnd': '*',
  'tkinter.filedialog': '*',
  'tkinter.font': '*',
  'tkinter.messagebox': '*',
  'tkinter.scrolledtext': '*',
  'tkinter.simpledialog': '*',
  'tkinter.tix': '?*',
  'tkinter.ttk': '*',
  token: '*',
  tokenize: '*',
  tomllib: '?|TOMLDecodeError load loads',
  trace:
    'CoverageResults PRAGMA_NOCOVER Trace dis gc inspect io linecache main os pickle sys sysconfig threading token tokenize',
  traceback:
    'FrameSummary StackSummary TracebackException clear_frames collections extract_stack extract_tb format_exc format_exception format_exception_only format_list format_stack format_tb itertools linecache print_exc print_exception print_last print_list print_stack print_tb sys walk_stack walk_tb|ANSIColors BUILTIN_EXCEPTION_LIMIT suppress textwrap warnings',
  tracemalloc:
    'BaseFilter DomainFilter Filter Frame Iterable Sequence Snapshot Statistic StatisticDiff Trace Traceback clear_traces fnmatch get_object_traceback get_traceback_limit get_traced_memory get_tracemalloc_memory is_tracing linecache os pickle reset_peak start stop take_snapshot total_ordering',
  tty: '*',
  types:
    'AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CellType ClassMethodDescriptorType CodeType CoroutineType DynamicClassAttribute EllipsisType FrameType FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType NotImplementedType SimpleNamespace TracebackType UnionType WrapperDescriptorType coroutine new_class prepare_class resolve_bases|get_original_bases',
  typing:
    'ABCMeta AbstractSet Annotated Any AnyStr AsyncGenerator AsyncIterable AsyncIterator Awaitable BinaryIO ByteString CT_co Callable ChainMap ClassVar Collection Concatenate Container Coroutine Counter DefaultDict Deque Dict EXCLUDED_ATTRIBUTES Final ForwardRef FrozenSet Generator Generic GenericAlias Hashable IO ItemsView Iterable Iterator KT KeysView List Literal Mapping MappingView Match MethodDescriptorType MethodWrapperType MutableMapping MutableSequence MutableSet NamedTuple NamedTupleMeta NewType NoReturn Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Protocol Reversible Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound T TYPE_CHECKING T_co T_contra Text TextIO Tuple Type TypeAlias TypeGuard TypeVar TypedDict Union VT VT_co V_co ValuesView WrapperDescriptorType abstractmethod cast collections final functools get_args get_origin get_type_hints is_typeddict no_type_check no_type_check_decorator operator overload runtime_checkable sys types|AsyncContextManager ContextManager LiteralString Never NoDefault NotRequired Pattern ReadOnly Required Self TypeAliasType TypeIs TypeVarTuple Unpack assert_never assert_type clear_overloads contextlib copyreg dataclass_transform defaultdict get_overloads get_protocol_members io is_protocol override re reveal_type stdlib_re warnings',
  unicodedata:
    'UCD bidirectional category combining decimal decomposition digit east_asian_width is_normalized lookup mirrored name normalize numeric ucd_3_2_0 unidata_version',
  unittest:
    'BaseTestSuite FunctionTestCase IsolatedAsyncioTestCase SkipTest TestCase TestLoader TestProgram TestResult TestSuite TextTestResult TextTestRunner addModuleCleanup async_case case defaultTestLoader expectedFailure installHandler loader main mock registerResult removeHandler removeResult result runner signals skip skipIf skipUnless suite util|doModuleCleanups enterModuleContext findTestCases getTestCaseNames load_tests makeSuite',
  'unittest.async_case': 'IsolatedAsyncioTestCase TestCase asyncio inspect|contextvars warnings',
  'unittest.case':
    'DIFF_OMITTED FunctionTestCase SkipTest TestCase addModuleCleanup collections contextlib difflib doModuleCleanups expectedFailure functools pprint re result safe_repr skip skipIf skipUnless strclass sys traceback types warnings|enterModuleContext time',
  'unittest.loader':
    'TestLoader VALID_MODULE_NAME case defaultTestLoader fnmatch fnmatchcase functools os re suite sys traceback types util|findTestCases getTestCaseNames makeSuite warnings',
  'unittest.main':
    'MAIN_EXAMPLES MODULE_EXAMPLES TestProgram argparse installHandler loader main os runner sys|warnings',
  'unittest.mock':
    'ANY AsyncMagicMixin AsyncMock AsyncMockMixin Base CallableMixin CodeType DEFAULT FILTER_DIR FunctionTypes InvalidSpecError MagicMixin MagicMock MagicProxy MethodType Mock ModuleType NonCallableMagicMock NonCallableMock PropertyMock RLock asyncio builtins call contextlib create_autospec file_spec inplace inspect io iscoroutinefunction magic_methods mock_open numerics partial patch pprint right safe_repr seal sentinel sys wraps|ThreadingMixin ThreadingMock open_spec pkgutil threading',
  'unittest.result': 'STDERR_LINE STDOUT_LINE TestResult failfast io sys traceback util wraps',
  'unittest.runner': 'TextTestResult TextTestRunner registerResult result sys time warnings',
  'unittest.signals': 'installHandler registerResult removeHandler removeResult signal weakref wraps',
  'unittest.suite': 'BaseTestSuite TestSuite case sys util',
  'unittest.util':
    'Counter commonprefix namedtuple safe_repr sorted_list_difference strclass three_way_cmp unorderable_list_difference',
  urllib: 'error parse request response robotparser',
  'urllib.error': 'ContentTooShortError HTTPError URLError io urllib',
  'urllib.parse':
    'DefragResult DefragResultBytes ParseResult ParseResultBytes ResultBase SplitResult SplitResultBytes clear_cache namedtuple non_hierarchical parse_qs parse_qsl quote quote_from_bytes quote_plus re scheme_chars splitattr splithost splitnport splitpasswd splitport splitquery splittag splittype splituser splitvalue to_bytes types unquote unquote_plus unquote_to_bytes unwrap urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit uses_fragment uses_netloc uses_params uses_query uses_relative warnings|MAX_CACHE_SIZE Quoter collections functools ipaddress math sys',
  'urllib.request':
    'AbstractBasicAuthHandler AbstractDigestAuthHandler AbstractHTTPHandler BaseHandler CacheFTPHandler ContentTooShortError DataHandler FTPHandler FancyURLopener FileHandler HTTPBasicAuthHandler HTTPCookieProcessor HTTPDefaultErrorHandler HTTPDigestAuthHandler HTTPError HTTPErrorProcessor HTTPHandler HTTPPasswordMgr HTTPPasswordMgrWithDefaultRealm HTTPPasswordMgrWithPriorAuth HTTPRedirectHandler HTTPSHandler MAXFTPCACHE OpenerDirector ProxyBasicAuthHandler ProxyDigestAuthHandler ProxyHandler Request URLError URLopener UnknownHandler addclosehook addinfourl base64 bisect build_opener contextlib email ftpcache ftperrors ftpwrapper getproxies getproxies_environment hashlib http install_opener io localhost noheaders os parse_http_list parse_keqv_list pathname2url proxy_bypass proxy_bypass_environment quote re request_host socket ssl string sys tempfile thishost time unquote unquote_to_bytes unwrap url2pathname urlcleanup urljoin urlopen urlparse urlretrieve urlsplit urlunparse warnings|posixpath',
  'urllib.response': 'addbase addclosehook addinfo addinfourl tempfile',
  'urllib.robotparser': 'Entry RequestRate RobotFileParser RuleLine collections urllib',
  uu: '?|Error binascii decode encode os sys test warnings',
  uuid: 'Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ os sys uuid1 uuid3 uuid4 uuid5|main platform',
  venv: 'CORE_VENV_DEPS EnvBuilder create logger logging main os shutil subprocess sys sysconfig types',
  warnings:
    'WarningMessage catch_warnings defaultaction filters filterwarnings formatwarning onceregistry resetwarnings showwarning simplefilter sys warn warn_explicit|deprecated',
  wave: 'Error WAVE_FORMAT_PCM Wave_read Wave_write builtins namedtuple open struct sys|Chunk KSDATAFORMAT_SUBTYPE_PCM WAVE_FORMAT_EXTENSIBLE audioop',
  weakref:
    'CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod WeakSet WeakValueDictionary finalize getweakrefcount getweakrefs itertools proxy ref sys',
  webbrowser:
    'BackgroundBrowser BaseBrowser Chrome Chromium Elinks Error GenericBrowser Konqueror Mozilla Opera UnixBrowser get main open open_new open_new_tab os register register_X_browsers register_standard_browsers shlex shutil subprocess sys threading|Edge Epiphany Galeon Grail Netscape parse_args warnings',
  winreg: '*',
  winsound: '*',
  wsgiref: 'handlers headers simple_server util validate|types',
  'wsgiref.handlers':
    'BaseCGIHandler BaseHandler CGIHandler FileWrapper Headers IISCGIHandler SimpleHandler format_date_time guess_scheme is_hop_by_hop os read_environ sys time',
  'wsgiref.headers': 'Headers re tspecials',
  'wsgiref.simple_server':
    'BaseHTTPRequestHandler HTTPServer ServerHandler SimpleHandler WSGIRequestHandler WSGIServer demo_app make_server python_implementation server_version software_version sys sys_version urllib',
  'wsgiref.types':
    '?|Any Callable ErrorStream FileWrapper InputStream Iterable Iterator Protocol StartResponse TracebackType TypeAlias WSGIApplication WSGIEnvironment',
  'wsgiref.util':
    'FileWrapper application_uri guess_scheme is_hop_by_hop posixpath request_uri setup_testing_defaults shift_path_info',
  'wsgiref.validate':
    'ErrorWrapper InputWrapper IteratorWrapper PartialIteratorWrapper WSGIWarning WriteWrapper assert_ bad_header_value_re check_content_type check_environ check_errors check_exc_info check_headers check_input check_iterator check_status check_string_type header_re re sys validator warnings',
  xdrlib: '?|BytesIO ConversionError Error Packer Unpacker raise_conversion_error struct warnings wraps',
  xml: 'dom etree parsers sax',
  'xml.dom':
    'DOMException DOMSTRING_SIZE_ERR DomstringSizeErr EMPTY_NAMESPACE EMPTY_PREFIX HIERARCHY_REQUEST_ERR HierarchyRequestErr INDEX_SIZE_ERR INUSE_ATTRIBUTE_ERR INVALID_ACCESS_ERR INVALID_CHARACTER_ERR INVALID_MODIFICATION_ERR INVALID_STATE_ERR IndexSizeErr InuseAttributeErr InvalidAccessErr InvalidCharacterErr InvalidModificationErr InvalidStateErr NAMESPACE_ERR NOT_FOUND_ERR NOT_SUPPORTED_ERR NO_DATA_ALLOWED_ERR NO_MODIFICATION_ALLOWED_ERR NamespaceErr NoDataAllowedErr NoModificationAllowedErr Node NodeFilter NotFoundErr NotSupportedErr SYNTAX_ERR SyntaxErr UserDataHandler VALIDATION_ERR ValidationErr WRONG_DOCUMENT_ERR WrongDocumentErr XHTML_NAMESPACE XMLNS_NAMESPACE XML_NAMESPACE domreg expatbuilder getDOMImplementation minicompat minidom pulldom registerDOMImplementation xmlbuilder',
  'xml.dom.NodeFilter': 'NodeFilter',
  'xml.dom.domreg': 'getDOMImplementation registerDOMImplementation registered sys well_known_implementations',
  'xml.dom.expatbuilder':
    'CDATA_SECTION_NODE DOCUMENT_NODE EMPTY_NAMESPACE EMPTY_PREFIX ElementInfo ExpatBuilder ExpatBuilderNS FILTER_ACCEPT FILTER_INTERRUPT FILTER_REJECT FILTER_SKIP FilterCrutch FilterVisibilityController FragmentBuilder FragmentBuilderNS InternalSubsetExtractor Namespaces Node NodeFilter ParseEscape Rejecter Skipper TEXT_NODE XMLNS_NAMESPACE expat makeBuilder minidom parse parseFragment parseFragmentString parseString theDOMImplementation xmlbuilder',
  'xml.dom.minicompat': 'EmptyNodeList NodeList StringTypes defproperty xml',
  'xml.dom.minidom':
    'Attr AttributeList CDATASection CharacterData Childless Comment DOMImplementation DOMImplementationLS Document DocumentFragment DocumentLS DocumentType EMPTY_NAMESPACE EMPTY_PREFIX Element ElementInfo EmptyNodeList Entity Identified NamedNodeMap Node NodeList Notation ProcessingInstruction ReadOnlySequentialNamedNodeMap StringTypes Text TypeInfo XMLNS_NAMESPACE defproperty domreg getDOMImplementation io parse parseString xml',
  'xml.dom.pulldom':
    'CHARACTERS COMMENT DOMEventStream END_DOCUMENT END_ELEMENT ErrorHandler IGNORABLE_WHITESPACE PROCESSING_INSTRUCTION PullDOM SAX2DOM START_DOCUMENT START_ELEMENT default_bufsize parse parseString xml',
  'xml.dom.xmlbuilder':
    'DOMBuilder DOMBuilderFilter DOMEntityResolver DOMImplementationLS DOMInputSource DocumentLS Options copy xml',
  'xml.etree': 'ElementInclude ElementPath ElementTree cElementTree',
  'xml.etree.ElementInclude':
    'DEFAULT_MAX_INCLUSION_DEPTH ElementTree FatalIncludeError LimitedRecursiveIncludeError XINCLUDE XINCLUDE_FALLBACK XINCLUDE_INCLUDE copy default_loader include urljoin',
  'xml.etree.ElementPath':
    'find findall findtext get_parent_map iterfind ops prepare_child prepare_descendant prepare_parent prepare_predicate prepare_self prepare_star re xpath_tokenizer xpath_tokenizer_re',
  'xml.etree.ElementTree':
    'C14NWriterTarget Comment Element ElementPath ElementTree HTML_EMPTY PI ParseError ProcessingInstruction QName SubElement TreeBuilder VERSION XML XMLID XMLParser XMLPullParser canonicalize collections contextlib dump fromstring fromstringlist indent io iselement iterparse parse re register_namespace sys tostring tostringlist warnings|weakref',
  'xml.etree.cElementTree':
    'C14NWriterTarget Comment Element ElementTree PI ParseError ProcessingInstruction QName SubElement TreeBuilder VERSION XML XMLID XMLParser XMLPullParser canonicalize dump fromstring fromstringlist indent iselement iterparse parse register_namespace tostring tostringlist',
  'xml.parsers': 'expat',
  'xml.parsers.expat':
    'EXPAT_VERSION ErrorString ExpatError ParserCreate XMLParserType XML_PARAM_ENTITY_PARSING_ALWAYS XML_PARAM_ENTITY_PARSING_NEVER XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE error errors expat_CAPI features model native_encoding sys version_info',
  'xml.sax':
    'ContentHandler ErrorHandler InputSource SAXException SAXNotRecognizedException SAXNotSupportedException SAXParseException SAXReaderNotAvailable default_parser_list expatreader handler make_parser parse parseString saxutils xmlreader',
  'xml.sax.expatreader':
    'AttributesImpl AttributesNSImpl ExpatLocator ExpatParser SAXException SAXNotRecognizedException SAXNotSupportedException SAXParseException SAXReaderNotAvailable create_parser expat feature_external_ges feature_external_pes feature_namespace_prefixes feature_namespaces feature_string_interning feature_validation handler property_interning_dict property_xml_string saxutils version xmlreader',
  'xml.sax.handler':
    'ContentHandler DTDHandler EntityResolver ErrorHandler LexicalHandler all_features all_properties feature_external_ges feature_external_pes feature_namespace_prefixes feature_namespaces feature_string_interning feature_validation property_declaration_handler property_dom_node property_encoding property_interning_dict property_lexical_handler property_xml_string version',
  'xml.sax.saxutils':
    'XMLFilterBase XMLGenerator codecs escape handler io os prepare_input_source quoteattr unescape urllib xmlreader',
  'xml.sax.xmlreader':
    'AttributesImpl AttributesNSImpl IncrementalParser InputSource Locator SAXNotRecognizedException SAXNotSupportedException XMLReader handler',
  xmlrpc: 'client server',
  'xmlrpc.client':
    'APPLICATION_ERROR Binary Boolean BytesIO DateTime Decimal Error ExpatParser FastMarshaller FastParser FastUnmarshaller Fault GzipDecodedResponse INTERNAL_ERROR INVALID_ENCODING_CHAR INVALID_METHOD_PARAMS INVALID_XMLRPC MAXINT METHOD_NOT_FOUND MININT Marshaller MultiCall MultiCallIterator NOT_WELLFORMED_ERROR PARSE_ERROR ProtocolError ResponseError SERVER_ERROR SYSTEM_ERROR SafeTransport Server ServerProxy TRANSPORT_ERROR Transport UNSUPPORTED_ENCODING Unmarshaller WRAPPERS base64 boolean datetime dumps errno escape expat getparser gzip gzip_decode gzip_encode http loads sys time urllib',
  'xmlrpc.server':
    'BaseHTTPRequestHandler CGIXMLRPCRequestHandler DocCGIXMLRPCRequestHandler DocXMLRPCRequestHandler DocXMLRPCServer Fault MultiPathXMLRPCServer ServerHTMLDoc SimpleXMLRPCDispatcher SimpleXMLRPCRequestHandler SimpleXMLRPCServer XMLRPCDocGenerator dumps fcntl gzip_decode gzip_encode html http list_public_methods loads os partial pydoc re resolve_dotted_attribute signature socketserver sys traceback',
  zipapp:
    'MAIN_TEMPLATE ZipAppError contextlib create_archive get_interpreter main os pathlib shebang_encoding shutil stat sys zipfile',
  zipfile:
    'BZIP2_VERSION BadZipFile BadZipfile CompleteDirs DEFAULT_VERSION LZMACompressor LZMADecompressor LZMA_VERSION LargeZipFile MAX_EXTRACT_VERSION Path PyZipFile ZIP64_LIMIT ZIP64_VERSION ZIP_BZIP2 ZIP_DEFLATED ZIP_FILECOUNT_LIMIT ZIP_LZMA ZIP_MAX_COMMENT ZIP_STORED ZipExtFile ZipFile ZipInfo binascii bz2 compressor_names crc32 error importlib io is_zipfile lzma main os shutil sizeCentralDir sizeEndCentDir sizeEndCentDir64 sizeEndCentDir64Locator sizeFileHeader stat stringCentralDir stringEndArchive stringEndArchive64 stringEndArchive64Locator stringFileHeader struct structCentralDir structEndArchive structEndArchive64 structEndArchive64Locator structFileHeader sys threading time zlib|FastLookup contextlib itertools pathlib posixpath',
  zipimport:
    'END_CENTRAL_DIR_SIZE MAX_COMMENT_LEN STRING_END_ARCHIVE ZipImportError alt_path_sep cp437_table marshal path_sep sys time zipimporter|END_CENTRAL_DIR_LOCATOR_SIZE_64 END_CENTRAL_DIR_SIZE_64 MAX_UINT32 STRING_END_LOCATOR_64 STRING_END_ZIP_64 ZIP64_EXTRA_TAG',
  zlib: 'DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES adler32 compress compressobj crc32 decompress decompressobj error',
  zoneinfo: 'InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones reset_tzpath',
};

/** All attributes of built-in classes. */
export const CLASS_ATTRIBUTES: Readonly<Record<string, string>> = {
  BaseException:
    '__cause__ __class__ __context__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __setstate__ __sizeof__ __str__ __subclasshook__ __suppress_context__ __traceback__ args with_traceback|__getstate__ add_note',
  NoneType:
    '__bool__ __class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__|__getstate__',
  bool: '__abs__ __add__ __and__ __bool__ __ceil__ __class__ __delattr__ __dir__ __divmod__ __doc__ __eq__ __float__ __floor__ __floordiv__ __format__ __ge__ __getattribute__ __getnewargs__ __gt__ __hash__ __index__ __init__ __init_subclass__ __int__ __invert__ __le__ __lshift__ __lt__ __mod__ __mul__ __ne__ __neg__ __new__ __or__ __pos__ __pow__ __radd__ __rand__ __rdivmod__ __reduce__ __reduce_ex__ __repr__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __setattr__ __sizeof__ __str__ __sub__ __subclasshook__ __truediv__ __trunc__ __xor__ as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes|__getstate__ is_integer',
  bytearray:
    '__add__ __alloc__ __class__ __contains__ __delattr__ __delitem__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __gt__ __hash__ __iadd__ __imul__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __mod__ __mul__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __rmod__ __rmul__ __setattr__ __setitem__ __sizeof__ __str__ __subclasshook__ append capitalize center clear copy count decode endswith expandtabs extend find fromhex hex index insert isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition pop remove removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill|__buffer__ __getstate__ __release_buffer__',
  bytes:
    '__add__ __class__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __getnewargs__ __gt__ __hash__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __mod__ __mul__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __rmod__ __rmul__ __setattr__ __sizeof__ __str__ __subclasshook__ capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill|__buffer__ __bytes__ __getstate__',
  classmethod:
    '__class__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __func__ __ge__ __get__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __isabstractmethod__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__ __wrapped__|__getstate__',
  complex:
    '__abs__ __add__ __bool__ __class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getnewargs__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __mul__ __ne__ __neg__ __new__ __pos__ __pow__ __radd__ __reduce__ __reduce_ex__ __repr__ __rmul__ __rpow__ __rsub__ __rtruediv__ __setattr__ __sizeof__ __str__ __sub__ __subclasshook__ __truediv__ conjugate imag real|__complex__ __getstate__',
  dict: '__class__ __class_getitem__ __contains__ __delattr__ __delitem__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __gt__ __hash__ __init__ __init_subclass__ __ior__ __iter__ __le__ __len__ __lt__ __ne__ __new__ __or__ __reduce__ __reduce_ex__ __repr__ __reversed__ __ror__ __setattr__ __setitem__ __sizeof__ __str__ __subclasshook__ clear copy fromkeys get items keys pop popitem setdefault update values|__getstate__',
  ellipsis:
    '__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__|__getstate__',
  float:
    '__abs__ __add__ __bool__ __ceil__ __class__ __delattr__ __dir__ __divmod__ __doc__ __eq__ __float__ __floor__ __floordiv__ __format__ __ge__ __getattribute__ __getformat__ __getnewargs__ __gt__ __hash__ __init__ __init_subclass__ __int__ __le__ __lt__ __mod__ __mul__ __ne__ __neg__ __new__ __pos__ __pow__ __radd__ __rdivmod__ __reduce__ __reduce_ex__ __repr__ __rfloordiv__ __rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __setattr__ __sizeof__ __str__ __sub__ __subclasshook__ __truediv__ __trunc__ as_integer_ratio conjugate fromhex hex imag is_integer real|__getstate__ __setformat__',
  frozenset:
    '__and__ __class__ __class_getitem__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __ne__ __new__ __or__ __rand__ __reduce__ __reduce_ex__ __repr__ __ror__ __rsub__ __rxor__ __setattr__ __sizeof__ __str__ __sub__ __subclasshook__ __xor__ copy difference intersection isdisjoint issubset issuperset symmetric_difference union|__getstate__',
  function:
    '__annotations__ __builtins__ __call__ __class__ __closure__ __code__ __defaults__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __ge__ __get__ __getattribute__ __globals__ __gt__ __hash__ __init__ __init_subclass__ __kwdefaults__ __le__ __lt__ __module__ __name__ __ne__ __new__ __qualname__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__|__getstate__ __type_params__',
  int: '__abs__ __add__ __and__ __bool__ __ceil__ __class__ __delattr__ __dir__ __divmod__ __doc__ __eq__ __float__ __floor__ __floordiv__ __format__ __ge__ __getattribute__ __getnewargs__ __gt__ __hash__ __index__ __init__ __init_subclass__ __int__ __invert__ __le__ __lshift__ __lt__ __mod__ __mul__ __ne__ __neg__ __new__ __or__ __pos__ __pow__ __radd__ __rand__ __rdivmod__ __reduce__ __reduce_ex__ __repr__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __setattr__ __sizeof__ __str__ __sub__ __subclasshook__ __truediv__ __trunc__ __xor__ as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes|__getstate__ is_integer',
  list: '__add__ __class__ __class_getitem__ __contains__ __delattr__ __delitem__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __gt__ __hash__ __iadd__ __imul__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __mul__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __reversed__ __rmul__ __setattr__ __setitem__ __sizeof__ __str__ __subclasshook__ append clear copy count extend index insert pop remove reverse sort|__getstate__',
  mappingproxy:
    '__class__ __class_getitem__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __gt__ __hash__ __init__ __init_subclass__ __ior__ __iter__ __le__ __len__ __lt__ __ne__ __new__ __or__ __reduce__ __reduce_ex__ __repr__ __reversed__ __ror__ __setattr__ __sizeof__ __str__ __subclasshook__ copy get items keys values|__getstate__',
  object:
    '__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__|__getstate__',
  property:
    '__class__ __delattr__ __delete__ __dir__ __doc__ __eq__ __format__ __ge__ __get__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __isabstractmethod__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __set__ __set_name__ __setattr__ __sizeof__ __str__ __subclasshook__ deleter fdel fget fset getter setter|__getstate__ __name__',
  range:
    '__bool__ __class__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __gt__ __hash__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __reversed__ __setattr__ __sizeof__ __str__ __subclasshook__ count index start step stop|__getstate__',
  set: '__and__ __class__ __class_getitem__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __iand__ __init__ __init_subclass__ __ior__ __isub__ __iter__ __ixor__ __le__ __len__ __lt__ __ne__ __new__ __or__ __rand__ __reduce__ __reduce_ex__ __repr__ __ror__ __rsub__ __rxor__ __setattr__ __sizeof__ __str__ __sub__ __subclasshook__ __xor__ add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update|__getstate__',
  slice:
    '__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__ indices start step stop|__getstate__',
  staticmethod:
    '__call__ __class__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __func__ __ge__ __get__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __isabstractmethod__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__ __wrapped__|__getstate__',
  str: '__add__ __class__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __getnewargs__ __gt__ __hash__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __mod__ __mul__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __rmod__ __rmul__ __setattr__ __sizeof__ __str__ __subclasshook__ capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill|__getstate__',
  tuple:
    '__add__ __class__ __class_getitem__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getitem__ __getnewargs__ __gt__ __hash__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __mul__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __rmul__ __setattr__ __sizeof__ __str__ __subclasshook__ count index|__getstate__',
  type: '__abstractmethods__ __annotations__ __base__ __bases__ __basicsize__ __call__ __class__ __delattr__ __dict__ __dictoffset__ __dir__ __doc__ __eq__ __flags__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __instancecheck__ __itemsize__ __le__ __lt__ __module__ __mro__ __name__ __ne__ __new__ __or__ __prepare__ __qualname__ __reduce__ __reduce_ex__ __repr__ __ror__ __setattr__ __sizeof__ __str__ __subclasscheck__ __subclasses__ __subclasshook__ __text_signature__ __weakrefoffset__ mro|__getstate__ __type_params__',
};
